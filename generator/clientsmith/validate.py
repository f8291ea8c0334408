"""Checking a document: its structure by openapi-spec-validator, then what a generator stands on.

An error is what no client could be made of. What a generator can live with (a missing description,
a default that its own enum does not allow) is a warning. After a check without errors every keyword
has the type OpenAPI gives it, but for descriptions and summaries that are null.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import Any, Final, Literal, NamedTuple, TypeAlias, cast

from .cache import Cache
from .diagnostics import Diagnostic, Severity, arrange, did_you_mean, error, nearest, warning
from .source import MOUNT, Document, join_pointer, look_up, next_reference, split_pointer

METHODS: Final = (
    "get",
    "put",
    "post",
    "delete",
    "options",
    "head",
    "patch",
    "trace",
    "query",
)
_HINTS: Final = 50
_Mapping: TypeAlias = "dict[str, Any]"


class Fault(NamedTuple):
    """What is wrong at a pointer."""

    pointer: str
    """Where the document has it now; the diagnostic tells where it was read."""
    diagnostic: Diagnostic
    ignored: bool = False
    """Whether to go on as if nothing stood there."""


def check(document: Document) -> tuple[Diagnostic, ...]:
    """All that is wrong with a document, sorted; the warnings of reading it are among them."""
    return arrange([*document.warnings, *(fault.diagnostic for fault in faults(document))])


def faults(document: Document, cache: Cache | None = None) -> tuple[Fault, ...]:
    """All that is wrong with a document that was read.

    The `cache` knows path items and components whose structure had no fault.
    """
    version = _version(document)
    if isinstance(version, Diagnostic):
        return (Fault("/openapi", version),)
    rules = _Rules(document, version)
    rules.run()
    found = _structure_faults(document, version, rules.outside_parts, cache)
    return (*rules.problems, *(fault for fault in found if fault.pointer not in rules.covered))


_Place: TypeAlias = "tuple[str, ...]"


def _structure_faults(
    document: Document, version: _Version, outside: Sequence[_OutsidePart], cache: Cache | None
) -> list[Fault]:
    """The faults in the structure of the document, and of the parts of it in other files."""
    pieces = dict(_pieces(document.data)) if cache is not None else {}
    keys: dict[_Place, bytes] = {}
    known: set[_Place] = set()
    if cache is not None:
        keys = {
            place: cache.key("structure", version, *place, repr(piece))
            for place, piece in pieces.items()
        }
        known = {place for place, key in keys.items() if cache.get(key) is not None}
    structure = _Structure(document, version)
    found = [*structure.faults("", structure.validator, _without(document.data, known))]
    for part in outside:
        found.extend(structure.check(part.pointer, part.kind))
    if cache is not None:
        tokens = [tuple(split_pointer(fault.pointer)) for fault in found]
        faulty = {place[:length] for place in tokens for length in (2, 3)}
        for place, key in keys.items():
            if place not in known and place not in faulty:
                cache.put(key, "")
    return found


def _pieces(data: _Mapping) -> Iterator[tuple[_Place, object]]:
    """The path items and components, each with its place, whose structure stands by itself."""
    for name, item in _mapping(data.get("paths")).items():
        yield ("paths", name), item
    for section, named in _mapping(data.get("components")).items():
        for name, item in _mapping(named).items():
            yield ("components", section, name), item


def _without(data: _Mapping, known: Collection[_Place]) -> _Mapping:
    """A document without these pieces of it."""
    rest = dict(data)
    for place in known:
        *above, name = place
        # Copied once, at the first of the pieces that stand together.
        holder, original = rest, data
        for key in above:
            if holder[key] is original[key]:
                holder[key] = dict(original[key])
            holder, original = holder[key], original[key]
        del holder[name]
    return rest


def _mapping(value: object) -> _Mapping:
    return cast(_Mapping, value) if isinstance(value, dict) else {}


_Version = Literal["3.0", "3.1", "3.2"]
_READ_VERSIONS: Final[tuple[_Version, ...]] = ("3.0", "3.1", "3.2")


def _version(document: Document) -> _Version | Diagnostic:
    written = document.data["openapi"]
    span = document.span("/openapi")
    shown = str(written)
    for version in _READ_VERSIONS:
        if re.match(rf"{re.escape(version)}(\.|$)", shown):
            if isinstance(written, str):
                return version
            return error(
                "openapi-version",
                f"the version has to be text, {shown} is a number",
                span,
                f"write it in quotes: '{shown}.0'",
            )
    return error(
        "openapi-version",
        f"OpenAPI '{shown}' is not read; 3.0, 3.1 and 3.2 are",
        span,
        "write the version the document follows, such as 3.1.0",
    )


# --- Structure: the JSON Schema of OpenAPI itself, as openapi-spec-validator ships it ---

_Part = Literal[
    "path item",
    "parameter",
    "request body",
    "response",
    "header",
    "callback",
    "security scheme",
]
_DEFINITIONS_30: Final[dict[_Part, str]] = {
    "path item": "PathItem",
    "parameter": "Parameter",
    "request body": "RequestBody",
    "response": "Response",
    "header": "Header",
    "callback": "Callback",
    "security scheme": "SecurityScheme",
}
_DEFINITIONS_31: Final[dict[_Part, str]] = {
    "path item": "path-item",
    "parameter": "parameter",
    "request body": "request-body",
    "response": "response",
    "header": "header",
    "callback": "callbacks",
    "security scheme": "security-scheme",
}
# Without these a client can still be made.
_SPARED: Final = frozenset(("description", "title", "version", "responses", "summary"))
# `headers:` with nothing after it is taken as left out.
_LEFT_EMPTY: Final = frozenset(
    (
        "callbacks",
        "contact",
        "encoding",
        "examples",
        "externalDocs",
        "headers",
        "license",
        "links",
        "parameters",
        "schema",
        "security",
        "servers",
        "tags",
        "variables",
    )
)
_EXAMPLES: Final = frozenset(("example", "examples"))
_CONTENTS: Final = frozenset(("schema", "content"))
_SPARED_IN: Final = ("/info", "/tags/", "/externalDocs")
_KINDS: Final = {
    "string": "text",
    "object": "a mapping",
    "array": "a list",
    "integer": "an integer",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
}


class _Structure:
    """The structure schema of one OpenAPI version, ready to check a document and its parts."""

    def __init__(self, document: Document, version: _Version) -> None:
        # Importing it takes 0.3 s, which only a run that validates should pay.
        import openapi_spec_validator as library
        from jsonschema import validators

        owner: Any = {
            "3.0": library.OpenAPIV30SpecValidator,
            "3.1": library.OpenAPIV31SpecValidator,
            "3.2": library.OpenAPIV32SpecValidator,
        }[version]
        shipped = _plain(owner.schema_validator.schema)
        self.document = document
        self.schema = _without_schema_objects(shipped)
        self.definitions: _Mapping = self.schema["definitions" if version == "3.0" else "$defs"]
        self.names = _DEFINITIONS_30 if version == "3.0" else _DEFINITIONS_31
        self.definition_at = cache(self._definition_at)
        made: Any = validators
        dialect = made.extend(made.validator_for(self.schema), {"$ref": self._reference})
        self.validator = dialect(self.schema)

    def _reference(self, validator: Any, ref: str, instance: Any, _: Any) -> Iterator[Any]:
        """What `$ref` means, for a schema that refers to nothing but itself; twice as fast."""
        return validator.descend(instance, self.definition_at(ref))

    def _definition_at(self, ref: str) -> Any:
        return look_up(self.schema, ref.removeprefix("#"))

    def check(self, pointer: str, part: _Part) -> Iterator[Fault]:
        """The faults in the structure of one part of another file."""
        validator = self.validator.evolve(schema=self.definitions[self.names[part]])
        return self.faults(pointer, validator, self.document.get(pointer))

    def faults(self, pointer: str, validator: Any, data: object) -> Iterator[Fault]:
        """The faults of the data at a pointer by one of the schemas."""
        for problem in validator.iter_errors(data):
            for leaf in _leaves(problem):
                yield from self._faults(leaf, pointer)

    def _faults(self, problem: Any, base: str) -> Iterator[Fault]:
        pointer = base + join_pointer(*problem.absolute_path)
        rule: str = problem.validator
        if rule == "required" and isinstance(problem.instance, dict):
            yield from self._missing(problem, pointer)
        elif rule in ("additionalProperties", "unevaluatedProperties"):
            yield from self._unknown_keys(problem, pointer)
        elif rule == "type":
            yield self._wrong_type(problem, pointer)
        elif rule in ("enum", "const"):
            allowed = problem.validator_value if rule == "enum" else [problem.validator_value]
            words = [value for value in allowed if isinstance(value, str)]
            given = problem.instance if isinstance(problem.instance, str) else ""
            listed = ", ".join(_quoted(value) for value in allowed)
            message = f"{self._subject(pointer)} has to be {'one of ' * (len(allowed) > 1)}{listed}"
            yield self._fault("error", pointer, message, did_you_mean(given, words))
        elif rule in ("oneOf", "anyOf", "not"):
            # What is no mapping at all has an error that says so.
            if isinstance(problem.instance, dict) and not _fits_two_kinds(problem):
                yield self._choice(problem, pointer)
        else:
            yield self._fault("warning", pointer, self._sentence(problem, pointer), "")

    def _missing(self, problem: Any, pointer: str) -> Iterator[Fault]:
        for name in problem.validator_value:
            # That no code is there makes 'default' required; the codes themselves are told.
            if name in problem.instance or (name == "default" and pointer.endswith("/responses")):
                continue
            spared = name in _SPARED or pointer.startswith(_SPARED_IN)
            severity: Severity = "warning" if spared else "error"
            message = f"{self._subject(pointer)} has no '{name}'"
            near = nearest(name, (key for key in problem.instance if key not in _SPARED))
            hint = f"is '{near}' meant to be it?" if near else ""
            diagnostic = Diagnostic(
                "structure", severity, message, self.document.key_span(pointer), hint
            )
            yield Fault(join_pointer(*split_pointer(pointer), name), diagnostic)

    def _unknown_keys(self, problem: Any, pointer: str) -> Iterator[Fault]:
        known = _known_keys(problem.schema, self.schema)
        patterns = _key_patterns(problem.schema, self.schema)
        in_paths = split_pointer(pointer)[-1:] == ["paths"]
        for key in problem.instance:
            if key in known or any(re.search(pattern, key) for pattern in patterns):
                continue
            inner = pointer + join_pointer(key)
            span = self.document.key_span(inner)
            if in_paths:
                diagnostic = error(
                    "path-name",
                    f"the path '{key}' does not begin with '/'",
                    span,
                    f"write '/{key}'",
                )
            elif "responses" in split_pointer(pointer)[-1:]:
                diagnostic = warning(
                    "status-code",
                    f"'{key}' is no status code; this response is ignored",
                    span,
                    (
                        f"write '{key.upper()}'"
                        if re.fullmatch("[1-5]xx", key)
                        else "write a code such as 200, a range such as 4XX, or default"
                    ),
                )
            else:
                diagnostic = warning(
                    "unknown-key",
                    f"{self._subject(pointer)} takes no '{key}'; it is ignored",
                    span,
                    did_you_mean(key, known) or "an extension's name begins with x-",
                )
            yield Fault(inner, diagnostic)

    def _wrong_type(self, problem: Any, pointer: str) -> Fault:
        allowed = problem.validator_value
        kinds = [allowed] if isinstance(allowed, str) else list(allowed)
        wanted = " or ".join(_KINDS[kind] for kind in kinds)
        message = f"{self._subject(pointer)} has to be {wanted}, not {_kind(problem.instance)}"
        if problem.instance is None:
            # `description:` with nothing after it; whoever reads texts takes it as left out.
            severity: Severity = "warning" if kinds == ["string"] else "error"
            span = self.document.key_span(pointer)
            hint = "give it a value, or remove the key"
            if split_pointer(pointer)[-1] in _LEFT_EMPTY:
                message = f"{self._subject(pointer)} is null; it is ignored"
                told = Diagnostic("structure", "warning", message, span, hint)
                return Fault(pointer, told, ignored=True)
            return Fault(pointer, Diagnostic("structure", severity, message, span, hint))
        quotes = kinds == ["string"] and isinstance(problem.instance, int | float)
        # `version: 1.0` is a number to YAML, and has one clear meaning.
        spared = quotes and split_pointer(pointer)[-1] in _SPARED
        severity = "warning" if spared else "error"
        return self._fault(severity, pointer, message, "put it in quotes" if quotes else "")

    def _choice(self, problem: Any, pointer: str) -> Fault:
        rule = problem.validator_value
        branches: list[Any] = [rule] if problem.validator == "not" else rule
        names = [name for branch in branches for name in cast(_Mapping, branch).get("required", [])]
        if not names:
            return self._fault("error", pointer, self._sentence(problem, pointer), "")
        listed = " or ".join(f"'{name}'" for name in dict.fromkeys(names))
        present = [name for name in dict.fromkeys(names) if name in problem.instance]
        if len(present) > 1:
            message = f"{self._subject(pointer)} has more than one of {listed}"
            severity: Severity = "warning" if set(present) <= _EXAMPLES else "error"
            return self._fault(severity, pointer, message, "keep one of them")
        severity = "warning" if _CONTENTS.issuperset(names) else "error"
        told = "; it is taken as text" if severity == "warning" else ""
        return self._fault(severity, pointer, f"{self._subject(pointer)} has no {listed}{told}", "")

    def _subject(self, pointer: str) -> str:
        keys = split_pointer(pointer)
        if not keys:
            return "the document"
        holder = self.document.get(join_pointer(*keys[:-1]))
        return f"item {keys[-1]} of '{keys[-2]}'" if isinstance(holder, list) else f"'{keys[-1]}'"

    def _sentence(self, problem: Any, pointer: str) -> str:
        """The validator's own words, without the whole value it likes to repeat."""
        subject = self._subject(pointer)
        if problem.validator in ("minProperties", "minItems"):
            return f"{subject} is empty"
        if problem.validator == "uniqueItems":
            return f"{subject} has the same item twice"
        shown = repr(problem.instance)
        return f"{subject}: {_short(problem.message.replace(shown, _short(shown)), 200)}"

    def _fault(self, severity: Severity, pointer: str, message: str, hint: str) -> Fault:
        span = self.document.span(pointer)
        return Fault(pointer, Diagnostic("structure", severity, message, span, hint))


def _plain(schema: Any) -> Any:
    """A copy of the library's schema, which is a lazy proxy, in plain lists and dicts."""
    if hasattr(schema, "items"):
        return {str(key): _plain(value) for key, value in schema.items()}
    if isinstance(schema, list):
        return [_plain(value) for value in cast("list[Any]", schema)]
    return schema


def _without_schema_objects(schema: _Mapping) -> _Mapping:
    """The schema of OpenAPI with Schema Objects left to `_Rules`.

    3.1 reaches them by `$dynamicRef`, for which the validator reads its whole schema again each
    time: a plain `$ref` means the same here and makes a big document four times as fast. 3.0
    describes them in full, and would call each word of 3.1 an error.
    """
    if "definitions" in schema:
        schema["definitions"]["Schema"] = {"type": "object", "not": {"required": ["$ref"]}}
        return schema
    return cast(_Mapping, _with_plain_references(schema))


def _with_plain_references(node: Any) -> Any:
    if isinstance(node, list):
        return [_with_plain_references(item) for item in cast("list[Any]", node)]
    if not isinstance(node, dict):
        return node
    members = cast(_Mapping, node)
    if members.get("$dynamicRef") == "#meta":
        return {"$ref": "#/$defs/schema"}
    return {key: _with_plain_references(value) for key, value in members.items()}


def _leaves(problem: Any) -> Iterator[Any]:
    """The errors that explain an error: of an `anyOf`, those of the branch most likely meant."""
    branches = [
        list(found)
        for _, found in groupby(problem.context or (), key=lambda inner: inner.schema_path[0])
    ]
    if not branches or all(_only_asks_for_keys(branch) for branch in branches):
        yield problem
        return
    for inner in min(branches, key=_unlikeliness):
        yield from _leaves(inner)


def _fits_two_kinds(problem: Any) -> bool:
    """As an HTTP security scheme without its scheme does in 3.0; the missing key is told."""
    return problem.validator == "oneOf" and not (
        problem.context or any("required" in branch for branch in problem.validator_value)
    )


def _only_asks_for_keys(branch: list[Any]) -> bool:
    """As in "one of `schema` and `content`"; a Reference Object is another matter."""
    return all(
        inner.validator in ("required", "not")
        and not inner.path
        and inner.validator_value != ["$ref"]
        for inner in branch
    )


def _unlikeliness(branch: list[Any]) -> tuple[int, int, int]:
    not_it = sum(
        (inner.validator == "required" and inner.validator_value == ["$ref"])
        or (inner.validator in ("enum", "const") and list(inner.path) in (["in"], ["type"]))
        or (inner.validator == "not" and inner.validator_value == {"required": ["$ref"]})
        for inner in branch
    )
    return not_it, sum(not inner.path for inner in branch), len(branch)


def _known_keys(schema: Any, root: _Mapping) -> set[str]:
    return {
        name
        for part in _applied(schema, root)
        for name in cast(_Mapping, part.get("properties", {}))
    }


def _key_patterns(schema: Any, root: _Mapping) -> set[str]:
    return {
        pattern
        for part in _applied(schema, root)
        for pattern in cast(_Mapping, part.get("patternProperties", {}))
    }


def _applied(schema: Any, root: _Mapping) -> Iterator[_Mapping]:
    """A schema and those that it applies to the same object."""
    if not isinstance(schema, dict):
        return
    members = cast(_Mapping, schema)
    yield members
    if "$ref" in members:
        yield from _applied(look_up(root, members["$ref"].removeprefix("#")), root)
    for key in ("allOf", "oneOf", "anyOf"):
        for inner in members.get(key, ()):
            yield from _applied(inner, root)
    for inner in cast(_Mapping, members.get("dependentSchemas", {})).values():
        yield from _applied(inner, root)
    for key in ("then", "else"):
        yield from _applied(members.get(key), root)


def _short(text: str, length: int = 40) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def _quoted(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return f"'{_short(value)}'" if isinstance(value, str) else _short(repr(value))


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, str):
        return "text"
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list) else f"the number {_short(repr(value))}"


# --- Schema Objects ---


def _members(value: Any) -> _Mapping:
    return cast(_Mapping, value) if isinstance(value, dict) else {}


def _items(value: Any) -> list[Any]:
    return cast("list[Any]", value) if isinstance(value, list) else []


class _Keyword(NamedTuple):
    fits: Callable[[Any], bool]
    wanted: str


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_text_or_null(value: Any) -> bool:
    return value is None or isinstance(value, str)


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_bound(value: Any) -> bool:
    return isinstance(value, int | float)


def _is_count(value: Any) -> bool:
    return _is_number(value) and value >= 0 and value == int(value)


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _is_mapping(value: Any) -> bool:
    return isinstance(value, dict)


def _is_schema(value: Any) -> bool:
    return isinstance(value, dict | bool)


def _is_names(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, cast("list[Any]", value)))


def _is_schemas(value: Any) -> bool:
    schemas = _items(value)
    return bool(schemas) and all(map(_is_schema, schemas))


def _is_schema_map(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_is_schema, cast(_Mapping, value).values()))


def _is_type_word(value: Any) -> bool:
    return isinstance(value, str) or (_is_names(value) and bool(cast("list[str]", value)))


_LISTS_OF_SCHEMAS: Final = ("allOf", "anyOf", "oneOf", "prefixItems")
_MAPS_OF_SCHEMAS: Final = ("properties", "patternProperties", "dependentSchemas", "$defs")
_SCHEMAS: Final = (
    "items",
    "additionalProperties",
    "not",
    "if",
    "then",
    "else",
    "contains",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
)
_COUNTS: Final = (
    "maxLength",
    "minLength",
    "maxItems",
    "minItems",
    "maxProperties",
    "minProperties",
    "maxContains",
    "minContains",
)
_FLAGS: Final = ("nullable", "deprecated", "readOnly", "writeOnly", "uniqueItems")
_TEXTS: Final = ("$ref", "format", "pattern", "$id", "$anchor", "$dynamicRef", "$dynamicAnchor")
_KEYWORDS: Final[dict[str, _Keyword]] = {
    **dict.fromkeys(_LISTS_OF_SCHEMAS, _Keyword(_is_schemas, "a list of schemas, not empty")),
    **dict.fromkeys(_MAPS_OF_SCHEMAS, _Keyword(_is_schema_map, "a map from names to schemas")),
    **dict.fromkeys(_SCHEMAS, _Keyword(_is_schema, "a schema")),
    **dict.fromkeys(_COUNTS, _Keyword(_is_count, "an integer of 0 or more")),
    **dict.fromkeys(_FLAGS, _Keyword(_is_flag, "true or false")),
    **dict.fromkeys(_TEXTS, _Keyword(_is_text, "text")),
    **dict.fromkeys(("title", "description"), _Keyword(_is_text_or_null, "text")),
    **dict.fromkeys(("minimum", "maximum", "multipleOf"), _Keyword(_is_number, "a number")),
    **dict.fromkeys(("exclusiveMinimum", "exclusiveMaximum"), _Keyword(_is_bound, "a number")),
    "type": _Keyword(_is_type_word, "a type's name, or a list of them"),
    "enum": _Keyword(_is_list, "a list of values"),
    "required": _Keyword(_is_names, "a list of property names"),
    "discriminator": _Keyword(_is_mapping, "a mapping with 'propertyName'"),
}
# Without these a schema would be another one; any other keyword of a wrong type is ignored.
_NEEDED: Final = frozenset(
    (*_LISTS_OF_SCHEMAS, *_MAPS_OF_SCHEMAS, *_SCHEMAS, "$ref", "type", "enum", "discriminator")
)
_TYPES: Final = ("string", "integer", "number", "boolean", "object", "array", "null")
_TYPE_SLIPS: Final = {
    "int": "integer",
    "int32": "integer",
    "int64": "integer",
    "long": "integer",
    "float": "number",
    "double": "number",
    "decimal": "number",
    "bool": "boolean",
    "str": "string",
    "text": "string",
    "file": "string",
    "date": "string",
    "datetime": "string",
    "uuid": "string",
    "list": "array",
    "dict": "object",
    "map": "object",
    "none": "null",
}
_PYTHON_TYPES: Final[dict[str, Callable[[Any], bool]]] = {
    "string": _is_text,
    "integer": lambda value: _is_number(value) and value == int(value),
    "number": _is_number,
    "boolean": _is_flag,
    "object": _is_mapping,
    "array": _is_list,
    "null": lambda value: value is None,
}


def _types(schema: _Mapping) -> list[str]:
    """The types a schema allows, `null` among them where it is nullable; empty for any."""
    written = schema.get("type")
    names = [written] if isinstance(written, str) else [n for n in _items(written) if _is_text(n)]
    if names and schema.get("nullable") is True:
        names.append("null")
    return names


# --- The rules a generator needs ---


_MAPPED: Final = re.compile(r"/discriminator/mapping/[^/]+$")


class _OutsidePart(NamedTuple):
    """A part that stands in another file, where the structure check of the root does not look."""

    pointer: str
    kind: _Part


class _Parameter(NamedTuple):
    name: str
    location: str
    pointer: str


class _Rules:
    """One walk over everything a client is made of; it steps over what has the wrong type."""

    def __init__(self, document: Document, version: _Version) -> None:
        self.document = document
        self.data = document.data
        self.version = version
        self.problems: list[Fault] = []
        self.outside_parts: list[_OutsidePart] = []
        # Pointers whose fault is told here in better words than the structure check has.
        self.covered: set[str] = {"/openapi", "/tags"}
        self.seen: set[tuple[str, str]] = set()
        # Pointers whose chain of `$ref`s comes to an end.
        self.ends: set[str] = set()
        self.meant: dict[tuple[str, int], str] = {}
        self.seen_schemas: set[int] = set()
        self.operation_ids: dict[str, dict[str, str]] = defaultdict(dict)
        self.other_version: dict[str, list[str]] = defaultdict(list)
        self.schema_names = _members(_members(self.data.get("components")).get("schemas"))
        self.scheme_names = _members(_members(self.data.get("components")).get("securitySchemes"))

    def run(self) -> None:
        self._check_references()
        self._check_tags()
        self._check_servers(self.data, "")
        self._check_security(self.data, "")
        self._check_paths()
        for name in _members(self.data.get("webhooks")):
            self._visit_path_item(f"/webhooks{join_pointer(name)}", None)
        self._visit_components()
        self._tell_duplicate_ids()
        self._tell_other_version()

    # References

    def _check_references(self) -> None:
        cycles: set[str] = set()
        for reference in self.document.references():
            place = reference.pointer + join_pointer(reference.key)
            if not self._exists(reference.target):
                self._tell_missing(reference.target, place)
            elif reference.key == "$ref":
                cycle = self._cycle(reference.pointer)
                # Told once, at the same member whichever is met first.
                if cycle and min(cycle) == reference.pointer and reference.pointer not in cycles:
                    cycles.add(reference.pointer)
                    shown = " → ".join(_shown(pointer) for pointer in [*cycle, cycle[0]])
                    message = f"these $refs lead only to each other: {shown}"
                    self._tell("error", "ref-cycle", place, message, "give one of them a schema")

    def _exists(self, pointer: str) -> bool:
        try:
            self.document.get(pointer)
        except KeyError:
            return False
        return True

    def _cycle(self, start: str) -> list[str]:
        """The pointers of the ring of `$ref`s that `start` is in, `start` first; or none."""
        ring = {start: None}
        pointer = next_reference(self.data, start)
        while pointer is not None and pointer not in ring and pointer not in self.ends:
            ring[pointer] = None
            pointer = next_reference(self.data, pointer)
        if pointer == start:
            return list(ring)
        if pointer not in ring:
            self.ends.update(ring)
        return []

    def _tell_missing(self, target: str, place: str) -> None:
        if (astray := self.document.astray.get(target)) is not None:
            self._tell_astray(astray, place)
            return
        parts = split_pointer(target)
        known = 0
        while known < len(parts) and self._exists(join_pointer(*parts[: known + 1])):
            known += 1
        siblings = _members(self.document.get(join_pointer(*parts[:known])))
        hint = ""
        found = self._meant(parts[known], siblings)
        if found:
            there = join_pointer(*parts[:known], found, *parts[known + 1 :])
            hint = f"did you mean '{_shown(there)}'?"
        if parts[-1] in self.schema_names:
            there = f"/components/schemas{join_pointer(parts[-1])}"
            hint = f"did you mean '{_shown(there)}'?"
        # A client is made without examples and links.
        spared = re.search(r"/(?:examples|links)/[^/]+/\$ref$", place)
        mapped = _MAPPED.search(place)
        severity: Severity = "warning" if spared or mapped else "error"
        message = f"'{_shown(target)}' does not exist"
        self._tell(severity, "ref-missing", place, message, hint, ignored=mapped is not None)

    def _tell_astray(self, astray: Diagnostic, place: str) -> None:
        if _MAPPED.search(place):
            message = f"{astray.message}; it is ignored"
            told = replace(astray, severity="warning", message=message)
            self.problems.append(Fault(place, told, ignored=True))
        else:
            self.problems.append(Fault(place, astray))

    def _meant(self, word: str, words: _Mapping) -> str:
        """The nearest word, for the first few that are asked for: it is slow among thousands."""
        key = (word, id(words))
        if key not in self.meant:
            self.meant[key] = (nearest(word, words) if len(self.meant) < _HINTS else None) or ""
        return self.meant[key]

    def _resolve(self, pointer: str, kind: _Part | None = None) -> str | None:
        """The pointer at the end of a chain of `$ref`s; None when it leads nowhere."""
        passed = {pointer}
        while (target := next_reference(self.data, pointer)) is not None:
            if target in passed:
                return None
            passed.add(target)
            pointer = target
        if not self._exists(pointer):
            return None
        if kind and pointer.startswith(f"/{MOUNT}/") and self._is_first_visit("part", pointer):
            self.outside_parts.append(_OutsidePart(pointer, kind))
        return pointer

    def _is_first_visit(self, kind: str, pointer: str) -> bool:
        if (kind, pointer) in self.seen:
            return False
        self.seen.add((kind, pointer))
        return True

    # The root

    def _check_tags(self) -> None:
        first: dict[str, str] = {}
        for index, tag in enumerate(_items(self.data.get("tags"))):
            name = _members(tag).get("name")
            pointer = f"/tags/{index}"
            if isinstance(name, str) and name in first:
                message = f"the tag '{name}' stands twice; {self._first_at(first[name])}"
                self._tell("warning", "duplicate-tag", pointer, message, "remove one of them")
            elif isinstance(name, str):
                first[name] = pointer

    def _check_servers(self, owner: _Mapping, base: str) -> None:
        for index, server in enumerate(_items(owner.get("servers"))):
            url = _members(server).get("url")
            declared = _members(_members(server).get("variables"))
            for name in re.findall(r"\{([^{}]*)\}", url) if isinstance(url, str) else ():
                if name not in declared:
                    message = f"the server's URL has '{{{name}}}', which 'variables' does not"
                    hint = did_you_mean(name, declared) or "declare it with its default"
                    place = f"{base}/servers/{index}/url"
                    self._tell("warning", "server-variable", place, message, hint)

    def _check_security(self, owner: _Mapping, base: str) -> None:
        for index, requirement in enumerate(_items(owner.get("security"))):
            for name in _members(requirement):
                if name not in self.scheme_names:
                    message = f"there is no security scheme '{name}'"
                    hint = did_you_mean(name, self.scheme_names)
                    hint = hint or "declare it under components/securitySchemes"
                    place = f"{base}/security/{index}{join_pointer(name)}"
                    self._tell("warning", "security-scheme", place, message, hint, at_key=True)

    def _visit_components(self) -> None:
        components = _members(self.data.get("components"))
        visits: dict[str, Callable[[str], object]] = {
            "schemas": self._visit_schema,
            "parameters": self._visit_parameter,
            "headers": self._visit_header,
            "requestBodies": self._visit_body,
            "responses": self._visit_response,
            "callbacks": self._visit_callback,
            "pathItems": lambda pointer: self._visit_path_item(pointer, None),
            "securitySchemes": self._visit_security_scheme,
            "mediaTypes": self._visit_media_type,
        }
        for section, visit in visits.items():
            self.covered.add(f"/components/{section}")
            for name in _members(components.get(section)):
                if not re.fullmatch(r"[a-zA-Z0-9._-]+", name):
                    message = f"the name '{name}' has more than letters, digits, '.', '-' and '_'"
                    place = f"/components/{section}{join_pointer(name)}"
                    self._tell("warning", "component-name", place, message, at_key=True)
                visit(f"/components/{section}{join_pointer(name)}")

    def _visit_security_scheme(self, pointer: str) -> None:
        there = self._resolve(pointer, "security scheme")
        if there is None:
            return
        kinds = ["apiKey", "http", "oauth2", "openIdConnect"]
        if self.version != "3.0":
            kinds.append("mutualTLS")
        kind = _members(self.document.get(there)).get("type")
        if isinstance(kind, str) and kind not in kinds:
            message = f"a security scheme is of the type {', '.join(kinds)}, not '{kind}'"
            hint = did_you_mean(kind, kinds)
            self._tell("error", "security-scheme-type", f"{there}/type", message, hint)
            self.covered.add(f"{there}/type")

    # Paths and operations

    def _check_paths(self) -> None:
        alike: dict[str, str] = {}
        for template in _members(self.data.get("paths")):
            if not template.startswith("/"):
                continue
            pointer = f"/paths{join_pointer(template)}"
            shape = re.sub(r"\{[^{}]*\}", "{}", template)
            if shape in alike:
                message = (
                    f"'{template}' differs from another path only in the names of its parameters; "
                    + self._first_at(alike[shape], at_key=True)
                )
                self._tell(
                    "warning",
                    "path-alike",
                    pointer,
                    message,
                    "join them under the same names",
                    at_key=True,
                )
            alike.setdefault(shape, pointer)
            self._check_template(template, pointer)
            self._visit_path_item(pointer, template)

    def _check_template(self, template: str, pointer: str) -> None:
        names = _template_names(template)
        if re.search(r"[{}]", re.sub(r"\{[^{}]+\}", "", template)):
            message = f"the braces of the path '{template}' do not pair, or hold no name"
            self._tell("error", "path-template", pointer, message, at_key=True)
        for name in sorted({name for name in names if names.count(name) > 1}):
            message = f"the path has '{{{name}}}' more than once"
            self._tell("error", "path-template", pointer, message, at_key=True)

    def _visit_path_item(self, pointer: str, template: str | None) -> None:
        item = _members(self.document.get(pointer))
        shared = self._visit_parameters(f"{pointer}/parameters", item.get("parameters"))
        self._check_servers(item, pointer)
        for method in METHODS:
            if isinstance(item.get(method), dict):
                self._visit_operation(f"{pointer}/{method}", item[method], template, shared)
        for method, operation in _members(item.get("additionalOperations")).items():
            inner = f"{pointer}/additionalOperations{join_pointer(method)}"
            self._visit_operation(inner, _members(operation), template, shared)
        if "$ref" in item:  # Of a callback; those of paths stand in their place.
            target = self._resolve(pointer, "path item")
            if target is not None and target != pointer:
                self._visit_path_item(target, template)

    def _visit_operation(
        self, pointer: str, operation: _Mapping, template: str | None, shared: list[_Parameter]
    ) -> None:
        own = self._visit_parameters(f"{pointer}/parameters", operation.get("parameters"))
        if template is not None:
            self._check_path_parameters(pointer, template, own, shared)
        # A path item may be reached from two paths.
        if not self._is_first_visit("operation", pointer):
            return
        identifier = operation.get("operationId")
        if isinstance(identifier, str):
            # A path item that stands under two paths says it once.
            written = self.document.origin(f"{pointer}/operationId")
            self.operation_ids[identifier].setdefault(written, f"{pointer}/operationId")
        if "requestBody" in operation:
            self._visit_body(f"{pointer}/requestBody")
        for code in _members(operation.get("responses")):
            if not code.startswith("x-"):
                self._visit_response(f"{pointer}/responses{join_pointer(code)}")
        for name in _members(operation.get("callbacks")):
            self._visit_callback(f"{pointer}/callbacks{join_pointer(name)}")
        self._check_servers(operation, pointer)
        self._check_security(operation, pointer)

    def _check_path_parameters(
        self, pointer: str, template: str, own: list[_Parameter], shared: list[_Parameter]
    ) -> None:
        in_template = _template_names(template)
        parameters = {parameter.name: parameter for parameter in (*shared, *own)}
        declared = {
            name: parameter
            for name, parameter in parameters.items()
            if parameter.location == "path"
        }
        unused = [name for name in declared if name not in in_template]
        in_query = _template_names(template.partition("?")[2])
        for name in dict.fromkeys(in_template):
            if name in declared or (name in parameters and name in in_query) or not name:
                continue
            message = f"the path has '{{{name}}}', which no parameter declares; it is taken as text"
            near = nearest(name, unused)
            hint = (
                f"the parameter '{near}' is not in the path; rename it to '{name}'?"
                if near
                else f"declare it: {{name: {name}, in: path, required: true, schema: …}}"
            )
            self._tell("warning", "path-parameter", pointer, message, hint, at_key=True)
        for name in unused:
            message = f"the path '{template}' has no '{{{name}}}'; this parameter is ignored"
            place = declared[name].pointer
            self._tell("warning", "path-parameter-unused", place, message)

    def _visit_parameters(self, base: str, written: Any) -> list[_Parameter]:
        found: list[_Parameter] = []
        first: dict[tuple[str, str], str] = {}
        for index in range(len(_items(written))):
            pointer = f"{base}/{index}"
            parameter = self._visit_parameter(pointer)
            if parameter is None:
                continue
            # Header names are case-insensitive (RFC 9110, 5.1).
            is_header = parameter.location == "header"
            key = (parameter.name.lower() if is_header else parameter.name, parameter.location)
            if key in first:
                message = (
                    f"the {parameter.location} parameter '{parameter.name}' stands twice; "
                    + self._first_at(first[key])
                )
                hint = "remove one of them"
                self._tell("warning", "duplicate-parameter", pointer, message, hint)
            else:
                first[key] = pointer
                found.append(parameter)
        return found

    def _visit_parameter(self, pointer: str) -> _Parameter | None:
        there = self._resolve(pointer, "parameter")
        if there is None:
            return None
        parameter = _members(self.document.get(there))
        name, location = parameter.get("name"), parameter.get("in")
        if self._is_first_visit("parameter", there):
            self._visit_content(parameter, there)
            self._check_location(parameter, there)
            is_named = isinstance(name, str) and isinstance(location, str)
            if is_named and not {"schema", "content"}.intersection(parameter):
                message = f"the parameter '{name}' has no schema; it takes any value"
                hint = "add schema: {type: string}, or what it is"
                self._tell("warning", "parameter-schema", there, message, hint)
                self.covered.add(there)
        if isinstance(name, str) and isinstance(location, str):
            return _Parameter(name, location, there)
        return None

    def _check_location(self, parameter: _Mapping, pointer: str) -> None:
        name, location = parameter.get("name"), parameter.get("in")
        places = ["path", "query", "header", "cookie"]
        if self.version == "3.2":
            places.append("querystring")
        if isinstance(location, str) and location not in places:
            message = f"a parameter is in {', '.join(places)}, not in '{location}'"
            hint = did_you_mean(location, places)
            if location in ("body", "formData"):
                hint = "describe it under requestBody"
            self._tell("error", "parameter-location", f"{pointer}/in", message, hint)
            self.covered.add(f"{pointer}/in")
        if location == "path" and parameter.get("required") is not True:
            message = f"the path parameter '{name}' is not marked as required; it is taken as such"
            place = f"{pointer}/required" if "required" in parameter else pointer
            hint = "add required: true"
            self._tell("warning", "path-parameter-required", place, message, hint)
            self.covered.add(f"{pointer}/required")

    # Bodies

    def _visit_body(self, pointer: str) -> None:
        there = self._resolve(pointer, "request body")
        if there is not None and self._is_first_visit("body", there):
            self._visit_content(_members(self.document.get(there)), there)

    def _visit_response(self, pointer: str) -> None:
        there = self._resolve(pointer, "response")
        if there is None or not self._is_first_visit("response", there):
            return
        response = _members(self.document.get(there))
        self._visit_content(response, there)
        for name in _members(response.get("headers")):
            self._visit_header(f"{there}/headers{join_pointer(name)}")

    def _visit_header(self, pointer: str) -> None:
        there = self._resolve(pointer, "header")
        if there is not None and self._is_first_visit("header", there):
            self._visit_content(_members(self.document.get(there)), there)

    def _visit_callback(self, pointer: str) -> None:
        there = self._resolve(pointer, "callback")
        if there is None or not self._is_first_visit("callback", there):
            return
        for expression, item in _members(self.document.get(there)).items():
            if isinstance(item, dict) and not expression.startswith("x-"):
                self._visit_path_item(there + join_pointer(expression), None)

    def _visit_content(self, owner: _Mapping, base: str) -> None:
        if "schema" in owner:
            self._visit_schema(f"{base}/schema")
        for name in _members(owner.get("content")):
            self._visit_media_type(f"{base}/content{join_pointer(name)}")

    def _visit_media_type(self, pointer: str) -> None:
        there = self._resolve(pointer)
        if there is None or not self._is_first_visit("media type", there):
            return
        media = _members(self.document.get(there))
        for key in ("schema", "itemSchema"):
            if key in media:
                self._visit_schema(f"{there}/{key}")
        for name, encoding in _members(media.get("encoding")).items():
            base = f"{there}/encoding{join_pointer(name)}/headers"
            for header in _members(_members(encoding).get("headers")):
                self._visit_header(base + join_pointer(header))

    # Schemas

    def _visit_schema(self, pointer: str) -> None:
        """Check the schema at a pointer and all it is made of, those of other files included."""
        stack: list[tuple[Any, str]] = [(self.document.get(pointer), pointer)]
        while stack:
            node, place = stack.pop()
            if type(node) is not dict:
                continue
            schema = cast(_Mapping, node)
            if id(schema) in self.seen_schemas:
                continue
            self.seen_schemas.add(id(schema))
            for key, value in schema.items():
                keyword = _KEYWORDS.get(key)
                if keyword is None:
                    continue
                if not keyword.fits(value):
                    self._tell_keyword(schema, key, keyword, place)
                if key in _SCHEMAS:
                    stack.append((value, f"{place}/{key}"))
                elif key in _LISTS_OF_SCHEMAS:
                    inner = enumerate(_items(value))
                    stack.extend((item, f"{place}/{key}/{index}") for index, item in inner)
                elif key in _MAPS_OF_SCHEMAS:
                    named = _members(value).items()
                    stack.extend(
                        (item, f"{place}/{key}{join_pointer(name)}") for name, item in named
                    )
            if isinstance(schema.get("$ref"), str):
                target = self._resolve(place)
                if target is not None:
                    stack.append((self.document.get(target), target))
            self._check_schema(schema, place)

    def _tell_keyword(self, schema: _Mapping, key: str, keyword: _Keyword, place: str) -> None:
        value = schema[key]
        hint = ""
        if value is None:
            hint = "give it a value, or remove the key"
        elif key == "required" and isinstance(value, bool):
            hint = "name the property in 'required' of the object that has it"
        elif key == "items" and isinstance(value, list):
            hint = "a list with a schema for each place is 'prefixItems'"
        message = f"'{key}' has to be {keyword.wanted}, not {_kind(value)}"
        if isinstance(value, list) and keyword.wanted.startswith("a list"):
            message = f"'{key}' has to be {keyword.wanted}"
        if key not in _MAPS_OF_SCHEMAS or not isinstance(value, dict):
            # An empty list says nothing.
            needed = key in _NEEDED and value != []
            severity: Severity = "error" if needed else "warning"
            where = f"{place}/{key}"
            self._tell(severity, "schema", where, message, hint, ignored=not needed)
            return
        for name, inner in cast(_Mapping, value).items():
            if not _is_schema(inner):
                message = f"'{name}' in '{key}' has to be a schema, not {_kind(inner)}"
                inner_place = f"{place}/{key}{join_pointer(name)}"
                self._tell("error", "schema", inner_place, message)

    def _check_schema(self, schema: _Mapping, place: str) -> None:
        if "type" in schema:
            self._check_type(schema, place)
        if "enum" in schema or "default" in schema:
            self._check_values(schema, place)
        if "discriminator" in schema:
            self._check_discriminator(_members(schema["discriminator"]), f"{place}/discriminator")
        if isinstance(schema.get("pattern"), str):
            self._check_pattern(schema["pattern"], f"{place}/pattern")
        if self.version == "3.0":
            for key in ("exclusiveMinimum", "exclusiveMaximum"):
                if _is_number(schema.get(key)):
                    self.other_version[f"'{key}' as a number"].append(f"{place}/{key}")
        else:
            if "nullable" in schema:
                self.other_version["'nullable'"].append(f"{place}/nullable")
            for key in ("exclusiveMinimum", "exclusiveMaximum"):
                if _is_flag(schema.get(key)):
                    self.other_version[f"'{key}' as true or false"].append(f"{place}/{key}")

    def _check_type(self, schema: _Mapping, place: str) -> None:
        written = schema["type"]
        for name in [written] if isinstance(written, str) else _items(written):
            if isinstance(name, str) and name not in _TYPES:
                meant = _TYPE_SLIPS.get(name.lower()) or nearest(name, _TYPES)
                hint = f"did you mean '{meant}'?" if meant else f"one of {', '.join(_TYPES)}"
                message = f"no type is '{name}'; it is taken as anything"
                self._tell("warning", "schema-type", f"{place}/type", message, hint)
        if self.version == "3.0" and (isinstance(written, list) or written == "null"):
            what = "'type' as a list" if isinstance(written, list) else "'type: null'"
            self.other_version[what].append(f"{place}/type")
        if written == "array" and "items" not in schema and self.version == "3.0":
            message = "an array without 'items'; its items are taken as anything"
            self._tell("warning", "array-items", f"{place}/type", message, "describe them")

    def _check_values(self, schema: _Mapping, place: str) -> None:
        types = [name for name in _types(schema) if name in _PYTHON_TYPES]

        def fits(value: Any) -> bool:
            return not types or any(_PYTHON_TYPES[name](value) for name in types)

        allowed = schema.get("enum")
        if isinstance(allowed, list):
            for index, value in enumerate(cast("list[Any]", allowed)):
                if not fits(value):
                    message = f"the value {_quoted(value)} is not of the type {' or '.join(types)}"
                    self._tell("warning", "enum-type", f"{place}/enum/{index}", message)
            if not allowed:
                message = "an enum without values allows nothing; it is ignored"
                self._tell("warning", "enum-empty", f"{place}/enum", message)
        if "default" not in schema:
            return
        default = schema["default"]
        where = f"{place}/default"
        if not fits(default):
            if default is None:
                message = "the default is null, which the type does not allow; it is ignored"
                hint = "allow null, or remove the default"
                self._tell("warning", "default-null", where, message, hint)
            else:
                message = f"the default is {_kind(default)}, not of the type {' or '.join(types)}"
                self._tell("warning", "default-type", where, message)
        elif isinstance(allowed, list) and allowed and default not in (*allowed, None):
            words = [value for value in cast("list[Any]", allowed) if isinstance(value, str)]
            hint = did_you_mean(default, words) if isinstance(default, str) else ""
            message = f"the default {_quoted(default)} is not one of the enum's values"
            self._tell("warning", "default-enum", where, message, hint)

    def _check_discriminator(self, discriminator: _Mapping, place: str) -> None:
        if discriminator and not isinstance(discriminator.get("propertyName"), str):
            message = "a discriminator names its property in 'propertyName'"
            self._tell("error", "discriminator", place, message)
        for value, target in _members(discriminator.get("mapping")).items():
            if isinstance(target, str) and target in self.schema_names:
                continue
            # References were checked with all the others.
            if isinstance(target, str) and target.startswith("#"):
                continue
            message = f"'{value}' is mapped to {_quoted(target)}, which is no schema"
            near = self._meant(str(target), self.schema_names)
            hint = f"did you mean '{near}'?" if near else ""
            where = f"{place}/mapping{join_pointer(value)}"
            self._tell("warning", "discriminator-mapping", where, message, hint, ignored=True)

    def _check_pattern(self, pattern: str, place: str) -> None:
        try:
            re.compile(pattern)
        except (re.error, OverflowError, RecursionError) as bad:
            message = f"this regular expression is not checked, Python cannot read it: {bad}"
            self._tell("warning", "pattern", place, message)

    # Told at the end

    def _tell_duplicate_ids(self) -> None:
        for identifier, found in self.operation_ids.items():
            first, *others = found.values()
            for place in others:
                message = f"the operationId '{identifier}' is taken; {self._first_at(first)}"
                hint = "rename one of them; names are made of method and path where this one fails"
                self._tell("warning", "duplicate-operation-id", place, message, hint)

    def _tell_other_version(self) -> None:
        """Words of another OpenAPI version, each kind once: where one is there are hundreds."""
        other = "3.1" if self.version == "3.0" else "3.0"
        for what, places in self.other_version.items():
            count = f" ({len(places):,} places)" if len(places) > 1 else ""
            message = f"{what} is OpenAPI {other}, the document is {self.version}{count}"
            hint = f"it is taken as {other} means it"
            self._tell("warning", "version-mix", min(places), message, hint, at_key=True)

    def _first_at(self, pointer: str, *, at_key: bool = False) -> str:
        span = self.document.key_span(pointer) if at_key else self.document.span(pointer)
        return f"the first is at {span.file}:{span.line}:{span.column}"

    def _tell(
        self,
        severity: Severity,
        code: str,
        pointer: str,
        message: str,
        hint: str = "",
        *,
        at_key: bool = False,
        ignored: bool = False,
    ) -> None:
        """Keep a fault. One that is `ignored` stands at a key that no client needs."""
        span = self.document.key_span(pointer) if at_key else self.document.span(pointer)
        message = f"{message}; it is ignored" if ignored else message
        self.problems.append(
            Fault(pointer, Diagnostic(code, severity, message, span, hint), ignored)
        )


def _template_names(template: str) -> list[str]:
    return re.findall(r"\{([^{}]+)\}", template)


def _shown(pointer: str) -> str:
    """A pointer as the document's author would write the reference."""
    parts = split_pointer(pointer)
    if len(parts) > 1 and parts[0] == MOUNT:
        rest = join_pointer(*parts[2:])
        return f"{parts[1]}#{rest}" if rest else parts[1]
    return f"#{pointer}"
