"""Parameters → arguments."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from ...config import Target
from ...document import members
from ...identifiers import argument, pascal
from ...ir import (
    HEADER_LINES,
    Anything,
    Argument,
    Choice,
    Field,
    Json,
    ListOf,
    Location,
    MapOf,
    Ref,
    Scalar,
    TypeRef,
    Union,
)
from ...openapi import SENT_HEADER, UNSENT_HEADERS
from .. import facts
from ..facts import Facts
from ..media_types import Kind, kind_of
from ..nodes import Endpoint, Nodes, join, text_of
from ..schemas.names import candidate_of
from ..schemas.reader import Schemas
from ..schemas.unions import union
from .argument_names import ArgumentNames
from .examples import Examples
from .paths import undeclared

_STYLES = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "querystring": ("",),
    "header": ("simple",),
    "cookie": ("form", "cookie"),
}
"""The styles of each place, the usual first (OpenAPI 3.2, section 4.12.2.2)."""
_SCHEMES = "/components/securitySchemes"
_EXPLODED = frozenset({"form", "cookie", "deepObject"})
"""The styles whose `explode` is true by default."""


class Parameters:
    """Reads the parameters of operations as arguments."""

    def __init__(
        self, nodes: Nodes, schemas: Schemas, examples: Examples, target: Target, facts: Facts
    ) -> None:
        self._nodes = nodes
        self._facts = facts
        self._schemas = schemas
        self._examples = examples
        self._flatten = target.flatten
        # FastAPI documents arrays in headers, and reads the lines of one name as their items.
        usual = "repeat" if nodes.has("/components/schemas/HTTPValidationError") else "comma"
        self._has_header_lines = (target.header_arrays or usual) == "repeat"

    def read(
        self, endpoint: Endpoint, base: str, names: ArgumentNames
    ) -> tuple[list[Argument], dict[str, Json]]:
        """Return the arguments of an operation's parameters, and example values by their names.

        `{id}` in a path without such a parameter gives a string argument all the same. A header
        parameter `Accept` gives none (OpenAPI 3.2, section 4.12.2.1): the client sends its own.
        """
        found: list[Argument] = []
        examples: list[Json] = []
        for pointer in self._parameter_pointers(endpoint):
            node = self._nodes.mapping(pointer)
            where, wire = node.get("in"), node.get("name")
            if where not in _STYLES or not isinstance(wire, str):
                continue
            if where == "header" and wire.lower() in UNSENT_HEADERS:
                if node.get(SENT_HEADER) is not True or self._is_multipart_type(endpoint, wire):
                    continue
                # A credential of the client is sent where the argument is not given.
                is_filled = wire.lower() == "authorization" and self._nodes.mapping(_SCHEMES)
                node = {**node, "required": False} if is_filled else node
            if where == "path" and "{" + wire + "}" not in endpoint.path:
                continue
            for item in self._arguments_of(pointer, node, cast("Location", where), wire, base):
                found.append(item)
                example = self._examples.of_parameter(pointer) if item.required else None
                examples.append("string" if item.required and example is None else example)
        for name in undeclared(endpoint.path, found):
            found.append(
                Argument(
                    argument(name), name, "path", Scalar("string"), True, pointer=endpoint.item
                )
            )
            examples.append("string")
        arguments = names.of_parameters(found)
        pairs = zip(arguments, examples, strict=True)
        return arguments, {item.name: value for item, value in pairs if value is not None}

    def _is_multipart_type(self, endpoint: Endpoint, wire: str) -> bool:
        """Return whether a header is the Content-Type of a multipart body, set by the client."""
        content = join(self._nodes.resolve(join(endpoint.pointer, "requestBody")), "content")
        return wire.lower() == "content-type" and any(
            kind_of(name) is Kind.MULTIPART for name in self._nodes.mapping(content)
        )

    def _parameter_pointers(self, endpoint: Endpoint) -> list[str]:
        """Return the pointers of the parameters of a path item and of its operation.

        A parameter of the operation replaces one of the path item with the same name and location.
        """
        found: dict[tuple[object, object], str] = {}
        for owner in (endpoint.item, endpoint.pointer):
            for index in range(len(self._nodes.mapping(owner).get("parameters") or ())):
                pointer = self._nodes.resolve(join(owner, "parameters", index))
                if pointer in self._nodes.left_out:
                    continue
                node = self._nodes.mapping(pointer)
                found[node.get("in"), node.get("name")] = pointer
        return list(found.values())

    def _arguments_of(
        self, pointer: str, node: dict[str, Any], where: Location, wire: str, base: str
    ) -> list[Argument]:
        """Return the argument of a parameter, or one for each field of an object that is flattened.

        With `flatten = ["page"]`, `page: {number, size}` in the style `deepObject` gives arguments
        that are sent as `page[number]` and `page[size]`.
        """
        media = next(iter(members(node.get("content"))), "")
        described = join(pointer, "content", media) if media else pointer
        schema = join(described, "schema")
        style = node.get("style") if node.get("style") in _STYLES[where] else _STYLES[where][0]
        explode = node.get("explode", style in _EXPLODED) is True and not media
        candidate = candidate_of(schema) or base + pascal(wire)
        if where == "query" and style == "deepObject" and wire in self._flatten:
            fields = self._schemas.object_fields(schema, candidate)
            if fields:
                return [_flattened(field, wire) for field in fields]
        type_: TypeRef = Scalar("string") if where == "path" else Anything()
        has_schema = self._nodes.has(schema)
        if has_schema:
            type_ = self._schemas.type_of(schema, candidate)
        if where == "path" and isinstance(type_, Scalar) and type_.format == "uri":
            # Litestar's format for the path of a file, `home/notes.txt`, which is not absolute.
            type_ = replace(type_, format=None)
        if where == "header" and not media and self._has_header_lines and _may_be_list(type_):
            style, explode = HEADER_LINES, True
        if node.get("allowEmptyValue") is True and where == "query" and type_ != Scalar("string"):
            empty = Choice(("",), pointer=pointer)
            type_ = union([type_, empty])
        plain = self._nodes.mapping(self._nodes.resolve(schema)) if has_schema else {}
        doc = text_of(node, "description") or (self._schemas.doc(schema) if plain else "")
        return [
            Argument(
                name=argument(wire),
                wire=wire,
                location=where,
                type=type_,
                required=node.get("required") is True or where == "path",
                doc=doc,
                default=plain.get("default"),
                has_default="default" in plain,
                deprecated=node.get("deprecated") is True,
                style=cast("str", style),
                explode=explode and (where == "query" or _has_members(type_, style == "simple")),
                allow_reserved=node.get("allowReserved") is True and where in ("path", "query"),
                content=media,
                allow_empty_value=node.get("allowEmptyValue") is True,
                facts=(
                    *self._facts.of(pointer, facts.PARAMETER),
                    *(self._facts.of(described, facts.MEDIA_TYPE) if media else ()),
                    *self._facts.of_schemas([schema], doc),
                ),
                pointer=pointer,
            )
        ]


def _may_be_list(type_: TypeRef) -> bool:
    return isinstance(type_, ListOf) or (
        isinstance(type_, Union) and any(map(_may_be_list, type_.members))
    )


def _has_members(type_: TypeRef, named: bool) -> bool:
    """Return whether a value may be an object or, unless `named`, an array."""
    match type_:
        case Anything() | MapOf() | Ref():
            return True
        case ListOf():
            return not named
        case Union(members=parts):
            return any(_has_members(part, named) for part in parts)
        case _:
            return False


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
        facts=field.facts,
        pointer=field.pointer,
    )


def ordered(path: str, arguments: list[Argument]) -> tuple[Argument, ...]:
    """Return arguments in the order of a signature.

    First the last path parameter, which is positional, then the other path parameters, then the
    required and the optional arguments.
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
