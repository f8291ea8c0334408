"""Path items → operations: arguments, body, answer, errors and pagination of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from ..config import Target
from ..ir import (
    NULL,
    Argument,
    Body,
    Field,
    Json,
    JsonBody,
    ListOf,
    Location,
    Operation,
    Pagination,
    RawBody,
    Ref,
    Response,
    Scalar,
    Shape,
    TypeRef,
    Union,
    WholeJsonBody,
)
from ..names import TypeNames, argument, pascal, unique
from ..source import Document
from .calls import Call
from .examples import Examples
from .schemas import Schemas, candidate_of, join, union

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
_UNUSED_HEADERS = frozenset({"accept", "content-type", "authorization"})


@dataclass(frozen=True, slots=True)
class Place:
    """An operation's place in the document."""

    method: str
    path: str
    pointer: str
    identifier: str

    @property
    def key(self) -> str:
        return f"{self.method.upper()} {self.path}"


def places(document: Document) -> Iterator[Place]:
    """Every operation of the document, in its order."""
    paths = document.data.get("paths")
    for path in cast("dict[str, Any]", paths) if isinstance(paths, dict) else ():
        pointer = join("/paths", path)
        item = document.get(pointer)
        while isinstance(item, dict) and "$ref" in item:
            pointer = str(cast("dict[str, Any]", item)["$ref"])[1:]
            item = document.get(pointer)
        node = cast("dict[str, Any]", item) if isinstance(item, dict) else {}
        for method in METHODS:
            operation = node.get(method)
            if isinstance(operation, dict):
                identifier = cast("dict[str, Any]", operation).get("operationId")
                if not isinstance(identifier, str) or not identifier.strip():
                    identifier = f"{method} {path.replace('/', ' ')}"
                yield Place(method, path, join(pointer, method), identifier)


class Operations:
    """Reads the operations of one document for one target."""

    def __init__(
        self, document: Document, target: Target, schemas: Schemas, names: TypeNames
    ) -> None:
        self._document = document
        self._target = target
        self._schemas = schemas
        self._names = names
        self._examples = Examples(document, schemas)

    def answer(self, place: Place) -> TypeRef | None:
        """The type of what a call of this operation returns."""
        return self._response(place, pascal(place.identifier))[0].type

    def read(self, place: Place, call: Call) -> Operation:
        """The operation at `place`, called by `call`; pagination is added by `paginate`."""
        self._schemas.owner = place.pointer
        node = self._mapping(place.pointer)
        base = pascal(place.identifier)
        arguments, example = self._parameters(place, base)
        body, more, body_example = self._body(place, base, [item.name for item in arguments])
        response, example_response = self._response(place, base)
        return Operation(
            key=place.key,
            pointer=place.pointer,
            identifier=place.identifier,
            resource=call.resource,
            method=call.method,
            http_method=place.method.upper(),
            path=self._path(place.path, arguments),
            summary=_text(node, "summary"),
            description=_text(node, "description"),
            arguments=_ordered(place.path, arguments + more),
            params=self._params(place, base, arguments + more),
            body=body,
            response=response,
            error=self._error(place, base),
            pagination=None,
            deprecated=node.get("deprecated") is True,
            example={**example, **body_example},
            example_response=example_response,
            span=self._document.span(place.pointer),
        )

    def paginate(self, operation: Operation, shapes: Mapping[str, Shape]) -> Operation:
        """The operation with its pagination, if its arguments and its answer show one."""
        if self._target.pagination.get(operation.key) is False:
            return operation
        pagination = _page_number(operation, shapes)
        if pagination is None:
            return operation
        name = self._names.name(
            join(operation.pointer, "#page"), f"{pascal(operation.identifier)}Page"
        )
        return replace(operation, pagination=replace(pagination, page=name))

    def _parameters(self, place: Place, base: str) -> tuple[list[Argument], dict[str, Json]]:
        found: list[Argument] = []
        examples: list[Json] = []
        for pointer in self._parameter_places(place.pointer):
            node = self._mapping(pointer)
            where, wire = node.get("in"), node.get("name")
            if where not in _STYLES or not isinstance(wire, str):
                continue
            if where == "header" and wire.lower() in _UNUSED_HEADERS:
                continue
            if where == "path" and "{" + wire + "}" not in place.path:
                continue
            for item in self._arguments_of(pointer, node, cast("Location", where), wire, base):
                found.append(item)
                examples.append(self._examples.of_parameter(pointer) if item.required else None)
        arguments = _distinct(found, [])
        pairs = zip(arguments, examples, strict=True)
        return arguments, {item.name: value for item, value in pairs if value is not None}

    def _parameter_places(self, pointer: str) -> list[str]:
        """The operation's own parameters after those of its path item that it does not redefine."""
        found: dict[tuple[object, object], str] = {}
        item = pointer.rpartition("/")[0]
        for owner in (item, pointer):
            for index in range(len(self._mapping(owner).get("parameters") or ())):
                place = self._schemas.resolve(join(owner, "parameters", index))
                node = self._mapping(place)
                found[node.get("in"), node.get("name")] = place
        return list(found.values())

    def _arguments_of(
        self, pointer: str, node: dict[str, Any], where: Location, wire: str, base: str
    ) -> list[Argument]:
        schema = join(pointer, "schema")
        if "content" in node:
            media = next(iter(node["content"]), "")
            schema = join(pointer, "content", media, "schema")
            node = {**node, "style": "json"} if where == "query" and is_json(media) else node
        style = node.get("style") if isinstance(node.get("style"), str) else _STYLES[where]
        explode = node.get("explode", style in ("form", "deepObject"))
        candidate = candidate_of(schema) or base + pascal(wire)
        if where == "query" and style == "deepObject" and wire in self._target.flatten:
            fields = self._schemas.object_fields(schema, candidate)
            if fields:
                return [_flattened(field, wire) for field in fields]
        type_ = self._schemas.type_of(schema, candidate) if self._has(schema) else Scalar("string")
        plain = self._mapping(self._schemas.resolve(schema)) if self._has(schema) else {}
        return [
            Argument(
                name=argument(wire),
                wire=wire,
                location=where,
                type=type_,
                required=node.get("required") is True or where == "path",
                doc=_text(node, "description") or (self._schemas.doc(schema) if plain else ""),
                default=plain.get("default"),
                has_default="default" in plain,
                deprecated=node.get("deprecated") is True,
                style=cast("str", style),
                explode=explode is True,
            )
        ]

    def _body(
        self, place: Place, base: str, taken: list[str]
    ) -> tuple[Body | None, list[Argument], dict[str, Json]]:
        pointer = join(place.pointer, "requestBody")
        if not self._has(pointer):
            return None, [], {}
        pointer = self._schemas.resolve(pointer)
        node = self._mapping(pointer)
        content = self._mapping(join(pointer, "content"))
        required = node.get("required") is True
        media = next((media for media in content if is_json(media)), None)
        if media is None:
            name = unique("body", taken)
            kind = next(iter(content), "application/octet-stream")
            whole = Argument(
                name,
                "",
                "body",
                Scalar("string", "binary"),
                required,
                doc=_text(node, "description"),
            )
            return RawBody(name, kind, required), [whole], {}
        sent = "application/json" if "*" in media else media
        place_ = join(pointer, "content", media)
        schema = join(place_, "schema")
        value = self._examples.of_media(place_)
        candidate = candidate_of(self._schemas.resolve(schema)) or f"{base}Request"
        fields = self._schemas.object_fields(schema, candidate)
        if fields is None:
            name = unique("body", taken)
            type_ = self._schemas.type_of(schema, candidate)
            doc = _text(node, "description") or self._schemas.doc(schema)
            whole = Argument(name, "", "body", type_, required, doc=doc)
            return (
                WholeJsonBody(name, required, sent),
                [whole],
                {} if value is None else {name: value},
            )
        arguments: list[Argument] = []
        for field in fields:
            if field.read_only:
                continue
            name = argument(field.wire)
            name = f"body_{name}" if name in taken else name
            arguments.append(
                Argument(
                    name=name,
                    wire=field.wire,
                    location="body",
                    type=field.type,
                    required=field.required and required,
                    doc=field.doc,
                    default=field.default,
                    has_default=field.has_default,
                    deprecated=field.deprecated,
                )
            )
        arguments = _distinct(arguments, taken)
        given: dict[str, Json] = value if isinstance(value, dict) else {}
        example = {item.name: given[item.wire] for item in arguments if item.wire in given}
        return JsonBody(required, self._schemas.resolve(schema), sent), arguments, example

    def _response(self, place: Place, base: str) -> tuple[Response, Json]:
        """The type of a call's answer: of all documented 2xx answers together, in the order of
        their status.
        """
        answers = self._mapping(join(place.pointer, "responses"))
        statuses = sorted(status for status in answers if status.startswith("2"))
        if not statuses and "default" in answers:
            statuses = ["default"]
        types: list[TypeRef | None] = []
        kind = doc = ""
        example: Json = None
        for status in statuses:
            pointer = self._schemas.resolve(join(place.pointer, "responses", status))
            doc = doc or _text(self._mapping(pointer), "description")
            content = self._mapping(join(pointer, "content"))
            media = next((media for media in content if is_json(media)), next(iter(content), None))
            if media is None:
                types.append(None)
                continue
            kind = kind or media
            suffix = "Response" if status == statuses[0] else f"Response{status}"
            types.append(self._answer_type(join(pointer, "content", media), media, base + suffix))
            if example is None:
                example = self._examples.of_media(join(pointer, "content", media))
        known = [type_ for type_ in types if type_ is not None]
        if not known:
            return Response(None, "", doc), None
        optional = [NULL] if len(known) < len(types) else []
        return Response(union([*known, *optional]), kind, doc), example

    def _answer_type(self, media_place: str, media: str, candidate: str) -> TypeRef:
        if is_json(media):
            schema = join(media_place, "schema")
            return self._schemas.type_of(schema, candidate) if self._has(schema) else union([])
        if media.startswith("text/") or media.endswith(("xml", "yaml")):
            return Scalar("string")
        return Scalar("string", "binary")

    def _error(self, place: Place, base: str) -> TypeRef | None:
        answers = self._mapping(join(place.pointer, "responses"))
        found: list[TypeRef] = []
        for status in answers:
            if not (status.startswith(("4", "5")) or status == "default"):
                continue
            pointer = self._schemas.resolve(join(place.pointer, "responses", status))
            content = self._mapping(join(pointer, "content"))
            media = next((media for media in content if is_json(media)), None)
            schema = join(pointer, "content", media or "", "schema")
            if media is not None and self._has(schema):
                found.append(self._schemas.type_of(schema, f"{base}Error"))
        models = [type_ for type_ in found if isinstance(type_, Ref)]
        # The model that most statuses share: an error carries one typed body.
        return max(models, key=models.count) if models else None

    def _params(self, place: Place, base: str, arguments: list[Argument]) -> str | None:
        # The runtime itself refuses an empty path argument; a plain string needs no other check.
        plain = Scalar("string")
        if all(item.location == "path" and item.type == plain for item in arguments):
            return None
        return self._names.name(join(place.pointer, "#params"), f"{base}Params")

    def _path(self, path: str, arguments: list[Argument]) -> str:
        for item in arguments:
            if item.location == "path":
                path = path.replace("{" + item.wire + "}", "{" + item.name + "}")
        return path

    def _has(self, pointer: str) -> bool:
        try:
            self._document.get(pointer)
        except KeyError:
            return False
        return True

    def _mapping(self, pointer: str) -> dict[str, Any]:
        if not self._has(pointer):
            return {}
        node = self._document.get(pointer)
        return cast("dict[str, Any]", node) if isinstance(node, dict) else {}


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON: `application/json` or a `+json` one (RFC 6839, section 3.1)."""
    essence = media_type.partition(";")[0].strip().lower()
    return essence in ("application/json", "*/*") or essence.endswith("+json")


def _text(node: Mapping[str, Any], key: str) -> str:
    value = node.get(key)
    return value.strip() if isinstance(value, str) else ""


def _distinct(arguments: list[Argument], taken: list[str]) -> list[Argument]:
    """The arguments under names that differ.

    One that is called as it is on the wire keeps its name, whatever stands before it in the
    document.
    """
    names = list(taken)
    named: dict[int, str] = {}
    places = range(len(arguments))
    for at in sorted(
        places, key=lambda at: (arguments[at].name != arguments[at].wire, arguments[at].wire)
    ):
        named[at] = unique(arguments[at].name, names)
        names.append(named[at])
    return [replace(item, name=named[at]) for at, item in enumerate(arguments)]


def _flattened(field: Field, wire: str) -> Argument:
    return Argument(
        name=argument(f"{wire}_{field.wire}"),
        wire=f"{wire}[{field.wire}]",
        location="query",
        type=field.type,
        required=field.required,
        doc=field.doc,
        default=field.default,
        has_default=field.has_default,
        deprecated=field.deprecated,
        style="form",
    )


def _ordered(path: str, arguments: list[Argument]) -> tuple[Argument, ...]:
    """The last path parameter, positional; earlier ones; then what is required; then what may be
    left out.
    """
    in_path = [item for item in arguments if item.location == "path"]
    in_path.sort(key=lambda item: path.find("{" + item.wire + "}"))
    rest = [item for item in arguments if item.location != "path"]
    head = [replace(in_path[-1], positional=True)] if in_path else []
    return (
        *head,
        *in_path[:-1],
        *(item for item in rest if item.required),
        *(item for item in rest if not item.required),
    )


def _page_number(operation: Operation, shapes: Mapping[str, Shape]) -> Pagination | None:
    number = next(
        (
            item
            for item in operation.arguments
            if item.location == "query"
            and item.wire in ("page[number]", "page_number", "page")
            and isinstance(item.type, Scalar)
            and item.type.kind == "integer"
        ),
        None,
    )
    answer = operation.response.type
    if number is None or operation.http_method != "GET" or not isinstance(answer, Ref):
        return None
    fields = {field.wire: field for field in shapes[answer.name].fields}
    lists = [
        field
        for field in fields.values()
        if isinstance(field.type, ListOf) and field.wire != "errors"
    ]
    meta = fields.get("meta")
    if len(lists) != 1 or meta is None or not isinstance(meta.type, Ref):
        return None
    known = {field.wire for field in shapes[meta.type.name].fields}
    if not {"page_number", "total_pages"} <= known:
        return None
    items = cast("ListOf", lists[0].type)
    return Pagination(argument=number.name, items=lists[0].name, item=items.items)


def is_listing(type_: TypeRef | None, shapes: Mapping[str, Shape]) -> bool:
    """Whether an answer is a list: an array, or an object with exactly one array beside its
    `errors`.
    """
    if isinstance(type_, ListOf):
        return True
    if isinstance(type_, Union) or not isinstance(type_, Ref):
        return False
    fields = shapes[type_.name].fields
    return sum(isinstance(field.type, ListOf) and field.wire != "errors" for field in fields) == 1
