"""The second judge: requests and answers by jsonschema, decoded by the text of OpenAPI."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email import policy
from email.parser import BytesParser
from functools import cache, partial
from typing import Any
from urllib.parse import quote, unquote, unquote_plus

from jsonschema import FormatChecker, ValidationError
from jsonschema.validators import extend
from openapi_schema_validator import (
    OAS30ReadValidator,
    OAS30WriteValidator,
    OAS31Validator,
    OAS32Validator,
)

from .document import Described, Document, Node, Parameter, members, part_of, reached, types_of

SEVERAL = "is valid under each of"
IN_ENUM = ", but is in the enum beside the type"
NULLABLE = ", but is nullable"
READ_ONLY = ", but is read-only"
REQUIRED = ", but is required"
BY_FIELDS = ", by which fields it has"
BY_TAG = ", but fits another member of the union"
NO_FIELD = ", where no field has a name"
IMPOSSIBLE = ", but has to be of another type, too"
ODD_DEFAULT = ", nor is its default or example"
OF_NAMES = ", as the name of a field"
OF_PART = ", by a part of an allOf that does not know the field"


@dataclass(frozen=True)
class Finding:
    """A place where a request or an answer does not fit, and the keyword that says so."""

    place: str
    keyword: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.keyword}: {self.message}"


@dataclass(frozen=True)
class Sent:
    """A request as it left."""

    method: str
    path: str
    query: str
    headers: Sequence[tuple[str, str]]
    content: bytes

    def header(self, name: str) -> str | None:
        """A header by its name in any case; several of a name joined by commas."""
        found = [value for key, value in self.headers if key.lower() == name.lower()]
        return ", ".join(found) if found else None


class Judge:
    """Judges by the schemas of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def findings(self, value: Any, schema: Node, place: str, is_read: bool) -> list[Finding]:
        """What of a value does not fit a schema."""
        check = self._validator(schema, is_read)
        found: list[Finding] = []
        try:
            for error in check.iter_errors(value):
                at = ".".join(map(str, error.absolute_path))
                where = f"{place}.{at}" if at else place
                said = " ; ".join([_short(error.message), *_causes(error)])
                said += _remark(error, schema) or self._of_tag(error, schema)
                found.append(Finding(where, str(error.validator), said))
                if len(found) == 20:
                    break
        except TimeoutError:
            raise
        except RecursionError:
            found.append(Finding(place, "judge-recursion", "jsonschema went too deep"))
        except Exception as problem:  # jsonschema has many, for schemas that are none
            found.append(Finding(place, "judge-failed", _short(f"{problem!r}")))
        return found

    def _validator(self, schema: Node, is_read: bool) -> Any:
        kind: Any = OAS30ReadValidator if is_read else OAS30WriteValidator
        if self.document.version.startswith("3.1"):
            kind = OAS31Validator
        elif self.document.version.startswith("3.2"):
            kind = OAS32Validator
        registry = self.document.files.registry
        kind = _with_patterns(kind)
        return kind({"$ref": schema.ref}, registry=registry, format_checker=_FORMATS)

    def _of_tag(self, error: ValidationError, schema: Node) -> str:
        """Return a remark where a value fits another member of a union than its tag selects."""
        nodes = reached(schema, [str(step) for step in error.absolute_path])
        for union in (each for node in nodes for each in members(node) if "discriminator" in each):
            for member in (*union.rows("oneOf"), *union.rows("anyOf")):
                if self._validator(member, False).is_valid(error.instance):
                    return BY_TAG
        return ""

    def fits(self, value: Any, schema: Node) -> bool:
        """Whether a value fits a schema."""
        return not self.findings(value, schema, "", False)

    def request(self, operation: Described, sent: Sent) -> Iterator[Finding]:
        """What is wrong with a request."""
        query = _pairs(sent.query)
        texts = _of_path(operation.path, sent.path)
        # `/export?filename={filename}`: a parameter of the path, but in a query.
        asked = _pairs(operation.path.partition("?")[2])
        for template, pair in zip(asked, query, strict=False):
            named = zip(template, pair, strict=True)
            texts |= {name[1:-1]: text for name, text in named if name.startswith("{")}
        for parameter in operation.parameters:
            if not (self.document.is_swagger or _is_sent_by_clients(parameter)):
                continue
            place = f"{parameter.place} {parameter.name}"
            raw = self._raw(parameter, sent, query, texts)
            if raw is None:
                if parameter.is_required and _is_sent_by_clients(parameter):
                    yield Finding(place, "required", "is not sent")
            elif parameter.schema is not None and not (parameter.allows_empty and raw == [""]):
                try:
                    value = self._decoded(raw, parameter, query)
                except ValueError as problem:
                    yield Finding(place, "form", f"{problem}")
                    continue
                yield from self.findings(value, parameter.schema, place, False)
        yield from self._body(operation, sent)

    def answer(self, operation: Described, status: int, kind: str, content: bytes) -> list[Finding]:
        """What of an answer in JSON does not fit what the document says."""
        schema = operation.answer(status, kind)
        if schema is None or "json" not in kind:
            return []
        try:
            value = json.loads(content)
        except ValueError as problem:
            return [Finding("body", "json", str(problem))]
        return self.findings(value, schema, "body", True)

    def _raw(
        self,
        parameter: Parameter,
        sent: Sent,
        query: list[tuple[str, str]],
        texts: dict[str, str],
    ) -> list[str] | None:
        """The encoded texts of a parameter; of an object in the query, its name may not stand."""
        name = parameter.name
        if parameter.place == "path":
            return [texts[name]] if name in texts else None
        if parameter.place == "header":
            text = sent.header(name)
            return None if text is None else [text]
        if parameter.place == "cookie":
            pairs = [each.partition("=") for each in (sent.header("cookie") or "").split("; ")]
            query = [(key, text) for key, _, text in pairs]
        found = [text for key, text in query if unquote_plus(key) == name]
        if found:
            return found
        keys = [unquote_plus(key) for key, _ in query]
        if parameter.style == "deepObject" and any(key.startswith(f"{name}[") for key in keys):
            return []
        if any(key == f"{name}[]" for key in keys):
            return [text for key, text in query if unquote_plus(key) == f"{name}[]"]
        if self._is_spread(parameter) and parameter.schema is not None:
            known = [key for key in keys if part_of(parameter.schema, "properties", key)]
            return [] if known else None
        return None

    def _is_spread(self, parameter: Parameter) -> bool:
        schema = parameter.schema
        return (
            parameter.style == "form"
            and parameter.explode
            and schema is not None
            and "object" in types_of(schema)
        )

    def _decoded(self, raw: list[str], parameter: Parameter, query: list[tuple[str, str]]) -> Any:
        schema, style, name = parameter.schema, parameter.style, parameter.name
        assert schema is not None
        decode = unquote if parameter.place in ("path", "header") else unquote_plus
        if parameter.place == "header":
            decode = str
        if parameter.media_type:
            text = decode(raw[0])
            return json.loads(text) if "json" in parameter.media_type else text
        types = types_of(schema)
        if style == "deepObject":
            return self._deep(name, query, schema)
        if not raw:
            pairs = ((unquote_plus(key), unquote_plus(text)) for key, text in query)
            known = [(key, text) for key, text in pairs if part_of(schema, "properties", key)]
            return self._object(known, schema)
        if parameter.place == "path" and style in ("label", "matrix"):
            raw = self._unmarked(raw[0], name, style, parameter.explode, types)
        elif types & {"array", "object"} and not (style == "form" and parameter.explode):
            raw = _split(raw[0], style)
        if "array" in types and (len(raw) > 1 or not types & {"string", "integer", "number"}):
            return [self._scalar(decode(text), part_of(schema, "items")) for text in raw if text]
        if "object" in types and types.isdisjoint({"string"}):
            pairs = [(decode(k), decode(v)) for k, v in _in_pairs(raw)]
            return self._object(pairs, schema)
        return self._scalar(decode(raw[0]), schema)

    def _unmarked(
        self, text: str, name: str, style: str, explode: bool, types: set[str]
    ) -> list[str]:
        if style == "label":
            text = text.removeprefix(".")
            mark = "." if explode or "." in text else ","
            return text.split(mark) if types & {"array", "object"} else [text]
        parts = text.removeprefix(";").split(";")
        if "object" in types and explode:
            return parts
        texts = [part.removeprefix(f"{name}=") for part in parts]
        if types & {"array", "object"} and not explode:
            return texts[0].split(",")
        return texts

    def _object(self, pairs: Sequence[tuple[str, str]], schema: Node) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key, text in pairs:
            own = part_of(schema, "properties", key)
            if own is not None and "array" in types_of(own):
                row = made.setdefault(key, [])
                row.append(self._scalar(text, part_of(own, "items")))
            else:
                made[key] = self._scalar(text, own)
        return made

    def _deep(self, name: str, query: list[tuple[str, str]], schema: Node) -> Any:
        tree: dict[str, Any] = {}
        for key, text in query:
            key = unquote_plus(key)
            if not key.startswith(f"{name}["):
                continue
            steps = re.findall(r"\[([^\]]*)\]", key[len(name) :])
            node = tree
            for step in steps[:-1]:
                node = node.setdefault(step, {})
            node.setdefault(steps[-1], []).append(unquote_plus(text))
        return self._grown(tree, schema)

    def _grown(self, tree: Any, schema: Node | None) -> Any:
        """The value that brackets stand for, by what the schema has at each place."""
        types = set[str]() if schema is None else types_of(schema)
        if isinstance(tree, list):
            if "array" in types:
                parts = [part for text in tree for part in text.split(",")]
                return [self._scalar(part, part_of(schema, "items")) for part in parts]
            return self._scalar(tree[0], schema)
        if "array" in types and all(key.isdigit() or not key for key in tree):
            rows = [self._grown(item, part_of(schema, "items")) for item in tree.values()]
            if set(tree) == {""} and isinstance(tree[""], list):
                return [self._scalar(text, part_of(schema, "items")) for text in tree[""]]
            return rows
        return {
            key: self._grown(
                item,
                part_of(schema, "properties", key) or part_of(schema, "additionalProperties"),
            )
            for key, item in tree.items()
        }

    def _scalar(self, text: str, schema: Node | None) -> Any:
        """What a text stands for: of what it can be, that which fits the schema."""
        if schema is None:
            return text
        candidates: list[Any] = [text]
        try:
            value = json.loads(text)
        except ValueError:
            pass
        else:
            types = types_of(schema)
            # 007 is no JSON, and "5" in quotes is a text.
            if not isinstance(value, str):
                candidates = [text, value] if types <= {"string"} else [value, text]
        return next((each for each in candidates if self.fits(each, schema)), candidates[0])

    def _body(self, operation: Described, sent: Sent) -> Iterator[Finding]:
        kind = sent.header("content-type") or ""
        if self.document.is_swagger:
            yield from self._swagger_body(operation, sent, kind)
            return
        if not sent.content:
            body = operation.node.part("requestBody")
            if body is not None and body.get("required") and "content" in body:
                content = body["content"].data
                if content and all("json" in each for each in content):
                    yield Finding("body", "required", "is not sent")
            return
        found = operation.body(kind)
        if found is None:
            yield Finding("body", "content-type", f"{kind} is not one of the document's")
            return
        media = found[1]
        if "schema" not in media:
            return
        schema = media["schema"]
        plain = kind.partition(";")[0].strip().lower()
        if plain == "application/json" or plain.endswith("+json"):
            yield from self._json(sent.content, schema)
        elif types_of(schema) == {"array"}:
            # No field has a name: how a form has the items of an array, OpenAPI 3.1 leaves open.
            return
        elif plain == "application/x-www-form-urlencoded":
            field = partial(self._field, media=media, schema=schema)
            yield from self._form(_pairs(sent.content.decode()), schema, field)
        elif plain == "multipart/form-data":
            encodings = media.part("encoding")
            styles = [] if encodings is None else [each.get("style") for each in encodings.values()]
            # How a style is written in a part, the text of OpenAPI leaves open.
            if not any(styles):
                yield from self._multipart(sent.content, kind, schema)

    def _swagger_body(self, operation: Described, sent: Sent, kind: str) -> Iterator[Finding]:
        schema = operation.swagger_body
        if schema is not None and sent.content and "json" in kind:
            yield from self._json(sent.content, schema)
        fields = operation.swagger_form
        if fields and "x-www-form-urlencoded" in kind:
            pairs = _pairs(sent.content.decode())
            for name, field in fields.items():
                raw = [text for key, text in pairs if unquote_plus(key) == name]
                if raw and field.schema is not None:
                    value = self._decoded(raw, field, pairs)
                    yield from self.findings(value, field.schema, f"form {name}", False)
                elif field.is_required and not raw:
                    yield Finding(f"form {name}", "required", "is not sent")

    def _json(self, content: bytes, schema: Node) -> Iterator[Finding]:
        try:
            value = json.loads(content)
        except ValueError as problem:
            yield Finding("body", "json", str(problem))
            return
        yield from self.findings(value, schema, "body", False)

    def _field(self, name: str, media: Node, schema: Node) -> Parameter:
        """A property of a form as a parameter, by its encoding."""
        encoding = (
            media["encoding"][name] if "encoding" in media and name in media["encoding"] else None
        )
        own = part_of(schema, "properties", name)
        style = str((encoding and encoding.get("style")) or "form")
        explode = None if encoding is None else encoding.get("explode")
        spread = style == "form" if explode is None else bool(explode)
        kind = str((encoding and encoding.get("contentType")) or "")
        types = set[str]() if own is None else types_of(own)
        is_plain = encoding is None or not {"style", "explode"}.intersection(encoding.data)
        if is_plain and (types == {"object"} or "json" in kind):
            return Parameter(name, "form", False, style, spread, own, "application/json")
        return Parameter(name, "form", False, style, spread, own)

    def _form(self, pairs: list[tuple[str, str]], schema: Node, field: Any) -> Iterator[Finding]:
        made: dict[str, Any] = {}
        for key in dict.fromkeys(unquote_plus(key) for key, _ in pairs):
            name = key.partition("[")[0]
            parameter: Parameter = field(name)
            if parameter.schema is None:
                parameter = field(key)
                name = key
            raw = [text for other, text in pairs if unquote_plus(other) == key]
            if parameter.schema is None:
                made[name] = unquote_plus(raw[0])
                continue
            try:
                made[name] = self._decoded(raw, parameter, pairs)
            except ValueError as problem:
                yield Finding(f"form {name}", "form", str(problem))
        yield from self.findings(made, schema, "form", False)

    def _multipart(self, content: bytes, kind: str, schema: Node) -> Iterator[Finding]:
        head = f"Content-Type: {kind}\r\n\r\n".encode()
        message = BytesParser(policy=policy.HTTP).parsebytes(head + content)
        made: dict[str, Any] = {}
        for part in message.iter_parts():
            name = str(part.get_param("name", "", "content-disposition"))
            data = part.get_payload(decode=True)
            text = data.decode(errors="replace") if isinstance(data, bytes) else ""
            own = part_of(schema, "properties", name)
            is_array = own is not None and types_of(own) - {"null"} == {"array"}
            inner = part_of(own, "items") if is_array else own
            value: Any = text
            if part.get_content_type().endswith("json"):
                try:
                    value = json.loads(text)
                except ValueError as problem:
                    yield Finding(f"part {name}", "json", str(problem))
                if is_array and isinstance(value, list):
                    made[name] = value
                    continue
            elif part.get_filename() is None:
                value = self._scalar(text, inner)
            if is_array:
                made.setdefault(name, []).append(value)
            else:
                made[name] = value
        yield from self.findings(made, schema, "parts", False)


def _formats() -> FormatChecker:
    """The formats of OpenAPI and JSON Schema, but for those of another form in jsonschema.

    It has `time` without an offset, as draft 3 did, and so no time of RFC 3339.
    """
    made = FormatChecker(formats=())
    known = {**FormatChecker.checkers, **OAS30WriteValidator.FORMAT_CHECKER.checkers}
    made.checkers = {name: check for name, check in known.items() if name not in ("time", "color")}
    return made


_FORMATS = _formats()


@cache
def _with_patterns(kind: Any) -> Any:
    return extend(kind, {"pattern": _check_pattern})


def _check_pattern(_: Any, pattern: Any, value: Any, schema: Any) -> Iterator[ValidationError]:
    if isinstance(value, str) and not _matches(pattern, value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


def _matches(pattern: object, text: str) -> bool:
    r"""Return whether a pattern matches some part of a text; `\w` is ASCII in ECMA-262 (22.2.2)."""
    return bool(re.search(str(pattern), text, re.ASCII))


def _is_sent_by_clients(parameter: Parameter) -> bool:
    """Whether it is not one of the headers whose parameters are ignored (OpenAPI 3.1, 4.8.12.1)."""
    reserved = ("accept", "content-type", "authorization")
    return parameter.place != "header" or parameter.name.lower() not in reserved


def _pairs(text: str) -> list[tuple[str, str]]:
    parts = (part.partition("=") for part in text.split("&") if part)
    return [(key, value) for key, _, value in parts]


def _of_path(template: str, path: str) -> dict[str, str]:
    """The encoded texts of the parameters in a path.

    A query or a fragment in the template, which OpenAPI does not allow, is no part of the path.
    """
    template = re.split("[?#]", template)[0]
    pieces = re.split(r"\{([^}]*)\}", template)
    names = pieces[1::2]
    pattern = "".join(
        re.escape(quote(piece, safe=_IN_PATHS)) if at % 2 == 0 else "([^/]*)"
        for at, piece in enumerate(pieces)
    )
    fits = re.search(f"{pattern}$", path) or re.search(
        f"{pattern.replace('([^/]*)', '(.*)')}$", path
    )
    return dict(zip(names, fits.groups(), strict=True)) if fits else {}


_IN_PATHS = "/:@!$&'()*+,;=%"
"""What a path has as it is, beside letters, digits and `-._~` (RFC 3986, 3.3)."""


def _split(text: str, style: str) -> list[str]:
    if style == "spaceDelimited":
        return re.split(r"%20|\+| ", text)
    if style == "pipeDelimited":
        return re.split(r"%7C|\|", text)
    if style == "tabDelimited":
        return re.split(r"%09|\t", text)
    return re.split(r",\s*", text)


def _in_pairs(parts: list[str]) -> list[tuple[str, str]]:
    if all("=" in part for part in parts):
        split = [part.partition("=") for part in parts]
        return [(key, value) for key, _, value in split]
    return list(zip(parts[::2], parts[1::2], strict=False))


def _remark(error: ValidationError, schema: Node) -> str:
    """Return what else a document says where a value does not fit: that it is right after all."""
    own: dict[str, Any] = error.schema if isinstance(error.schema, dict) else {}
    steps = [str(step) for step in error.absolute_path]
    if "propertyNames" in error.absolute_schema_path:
        return OF_NAMES
    rules = [str(step) for step in error.absolute_schema_path]
    if "allOf" in rules and "additionalProperties" in rules[rules.index("allOf") : -1]:
        return OF_PART
    match error.validator:
        case "type":
            if error.instance in (own.get("enum") or ()):
                return IN_ENUM
            if any(_is_impossible(node) for node in reached(schema, steps)):
                return IMPOSSIBLE
            nodes = [each for node in reached(schema, steps) for each in members(node)]
            if error.instance is None and any(each.get("nullable") is True for each in nodes):
                return NULLABLE
        case "enum":
            listed = [str(each).casefold() for each in error.validator_value]
            if str(error.instance).casefold() in listed:
                return IN_ENUM
        case "pattern":
            shown = [own.get("default"), own.get("example"), *(own.get("examples") or ())]
            texts = [each for each in shown if isinstance(each, str)]
            if any(not _matches(error.validator_value, each) for each in texts):
                return ODD_DEFAULT
        case "format":
            default: Any = own.get("default")
            if error.instance in (own.get("enum") or ()):
                return IN_ENUM
            if isinstance(default, str) and not _FORMATS.conforms(default, error.validator_value):
                return ODD_DEFAULT
        case "required":
            found = re.match("'(.+)' is a required property", error.message)
            nodes = reached(schema, [*steps, found[1]]) if found else []
            if any(each.get("readOnly") is True for node in nodes for each in members(node)):
                return READ_ONLY
        case "additionalProperties":
            known = own.get("properties") or {}
            if not known and error.validator_value is False:
                return NO_FIELD
            if any(
                repr(name) in error.message
                for name in own.get("required") or ()
                if name not in known
            ):
                return REQUIRED
        case "anyOf" | "oneOf":
            # `oneOf: [{required: [url]}, {required: [file]}]`, with or without their schemas.
            if all(
                isinstance(each, dict) and "required" in each and set(each) <= _OF_RULES
                for each in error.validator_value
            ):
                return BY_FIELDS
            # Members that overlap, and a tag that no component is called by: both are beyond types.
            if any(
                re.search(f"{SEVERAL}|not be resolved", each.message) for each in _within(error)
            ):
                return BY_FIELDS
            remarks = [_remark(each, schema) for each in error.context or ()]
            nodes = [each for node in reached(schema, steps) for each in members(node)]
            if error.instance is None and any(each.get("nullable") is True for each in nodes):
                return NULLABLE
            return next((each for each in (NO_FIELD, NULLABLE) if each in remarks), "")
        case _:
            pass
    return ""


def _within(error: ValidationError) -> Iterator[ValidationError]:
    """Yield what the members of a union, and of the unions in them, say of a value."""
    for each in error.context or ():
        yield each
        yield from _within(each)


_OF_RULES = {"required", "properties", "title", "description", "type"}


def _is_impossible(schema: Node) -> bool:
    """Return whether the members of an `allOf` are of types that exclude one another."""
    named = [each.get("type") for each in schema.rows("allOf")]
    types = [set(each) if isinstance(each, list) else {each} for each in named if each]
    types = [each | {"number"} if "integer" in each else each for each in types]
    return len(types) > 1 and not set.intersection(*types)


def _causes(error: ValidationError) -> list[str]:
    """What the members of a union say that a value does not fit."""
    causes = [each.message for each in error.context or ()]
    return [_short(each) for each in dict.fromkeys(causes)][:6]


def _short(text: str) -> str:
    value, marked, _ = text.partition(f"{SEVERAL} ")
    if marked:
        return f"{value[:100]}… {SEVERAL}"
    return text if len(text) <= 300 else f"{text[:200]} … {text[-90:]}"
