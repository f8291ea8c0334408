"""How each field of a form is sent: by its Encoding Object, else by its type.

The rules are those of OpenAPI 3.1, section 4.8.15, and 3.2, section 4.15.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...identifiers import argument
from ...ir import (
    Anything,
    Argument,
    Field,
    Json,
    ListOf,
    MapOf,
    Part,
    Ref,
    Scalar,
    TypeRef,
    Union,
    Upload,
)
from ..media_types import Kind, kind_of
from ..nodes import Nodes, join, text_of
from ..schemas.names import candidate_of
from ..schemas.parts import array_at
from ..schemas.reader import Schemas
from ..schemas.scalars import CONTENT
from .examples import Examples

_NESTED = frozenset({"encoding", "itemEncoding", "prefixEncoding"})


@dataclass(frozen=True, slots=True)
class Header:
    """A header of a part, which an argument gives."""

    field: str
    name: str
    argument: Argument
    example: Json


class Forms:
    """Reads the encodings of the fields of forms."""

    def __init__(self, nodes: Nodes, schemas: Schemas, examples: Examples) -> None:
        self._nodes = nodes
        self._schemas = schemas
        self._examples = examples

    def files(self, media: str, fields: Sequence[Field]) -> tuple[Field, ...]:
        """Return the fields of a multipart body, those that are files of the type `Upload`."""
        places = self._schemas.properties(join(media, "schema"))
        return tuple(
            replace(item, type=uploads(item.type, self._is_file(media, item.wire, places)))
            for item in fields
        )

    def styles(self, media: str, fields: Sequence[Field]) -> tuple[Argument, ...]:
        """Return the fields that an Encoding Object writes in the styles of query parameters."""
        found: list[Argument] = []
        for item in fields:
            node = self._encoding(media, item.wire)
            kind = text_of(node, "contentType")
            is_styled = not node.keys().isdisjoint(("style", "explode", "allowReserved"))
            is_json = bool(kind) and kind_of(kind) is Kind.JSON
            if is_styled:
                kind = ""
            elif not is_json or isinstance(item.type, Ref | MapOf):
                # The usual way: text, and JSON for objects.
                continue
            style = text_of(node, "style") or "form"
            found.append(
                Argument(
                    name=item.wire,
                    wire=item.wire,
                    location="query",
                    type=item.type,
                    required=False,
                    style=style,
                    explode=node.get("explode", style in ("form", "deepObject")) is True,
                    allow_reserved=node.get("allowReserved") is True,
                    content=kind,
                    pointer=item.pointer,
                )
            )
        return tuple(found)

    def headers(self, media: str, fields: Sequence[Field], base: str) -> tuple[Header, ...]:
        """Return the headers that the Encoding Objects give the parts of fields."""
        found: list[Header] = []
        for item in fields:
            own = join(media, "encoding", item.wire, "headers")
            for name in self._nodes.mapping(own):
                if name.lower() == "content-type":
                    continue
                pointer = self._nodes.resolve(join(own, name))
                node = self._nodes.mapping(pointer)
                schema = join(pointer, "schema")
                candidate = candidate_of(schema) or base + argument(name).title()
                given = Argument(
                    name=argument(f"{item.wire}_{name}"),
                    wire="",
                    location="body",
                    type=(
                        self._schemas.type_of(schema, candidate)
                        if self._nodes.has(schema)
                        else Scalar("string")
                    ),
                    required=item.required and node.get("required") is True,
                    doc=text_of(node, "description"),
                    pointer=pointer,
                )
                example = self._examples.of_parameter(pointer) if given.required else None
                found.append(Header(item.wire, name, given, example))
        return tuple(found)

    def parts(
        self, media: str, fields: Sequence[Field], headers: Mapping[str, Mapping[str, str]]
    ) -> tuple[Part, ...]:
        """Return the fields whose parts have a media type, a file or headers of their own.

        Args:
            media: The pointer of the Media Type Object.
            fields: The fields of the form.
            headers: For each field, the argument of each header of its parts.
        """
        places = self._schemas.properties(join(media, "schema"))
        found = (
            Part(
                item.wire,
                self._media_type(media, item.wire, places),
                _holds_upload(item.type),
                tuple(headers.get(item.wire, {}).items()),
            )
            for item in fields
        )
        return tuple(part for part in found if part != Part(part.wire))

    def row(self, media: str) -> tuple[Part, ...]:
        """Return how parts without names are sent (OpenAPI 3.2, section 4.14.3)."""
        kind = text_of(self._nodes.mapping(join(media, "itemEncoding")), "contentType")
        return (Part("", kind),) if kind else ()

    def has_odd_rows(self, media: str) -> bool:
        """Return whether parts without names have encodings that `row` cannot express."""
        declared = self._nodes.mapping(join(media, "itemEncoding")).keys() - {"contentType"}
        return bool(declared) or "prefixEncoding" in self._nodes.mapping(media)

    def nested(self, media: str) -> Iterator[str]:
        """Yield the pointers of the encodings of fields that are themselves multipart."""
        for wire in self._nodes.mapping(join(media, "encoding")):
            if not _NESTED.isdisjoint(self._encoding(media, wire)):
                yield join(media, "encoding", wire)

    def _encoding(self, media: str, wire: str) -> dict[str, Any]:
        return self._nodes.mapping(join(media, "encoding", wire))

    def _media_type(self, media: str, wire: str, places: Mapping[str, str]) -> str:
        given = text_of(self._encoding(media, wire), "contentType")
        declared = (
            text_of(node, "contentMediaType") for node in self._leaves(places.get(wire, ""))
        )
        return given or ", ".join(dict.fromkeys(filter(None, declared)))

    def _is_file(self, media: str, wire: str, places: Mapping[str, str]) -> bool:
        """Return whether a text of this field is a file, by its media type and encoding."""
        for node in self._leaves(places.get(wire, "")):
            if "contentEncoding" in node or node.get("format") in ("byte", "base64"):
                return False
            if "enum" in node:
                return False
        kind = self._media_type(media, wire, places)
        return any(
            kind_of(one) not in (Kind.TEXT, Kind.JSON) for one in kind.split(",") if one.strip()
        )

    def _leaves(self, pointer: str) -> Iterator[dict[str, Any]]:
        """Yield the schemas that a field, or each of its items, has or may have."""
        met: set[str] = set()
        waiting = [pointer] if pointer else []
        while waiting:
            place = self._nodes.resolve(waiting.pop())
            if place in met:
                continue
            met.add(place)
            node = self._nodes.mapping(place)
            inner = [join(place, "items")] if "items" in node else []
            for keyword in ("allOf", "anyOf", "oneOf"):
                inner += [join(place, keyword, at) for at in range(len(array_at(node, keyword)))]
            waiting += reversed(inner)
            yield node


def uploads(type_: TypeRef, all_text: bool) -> TypeRef:
    """Return a type whose binary texts are files, or all of its texts."""
    match type_:
        case Scalar(kind="string", format=form) if form in ("binary", CONTENT) or (
            all_text and form not in ("byte", "base64")
        ):
            return Upload(is_file=True)
        case ListOf(items=items):
            return replace(type_, items=uploads(items, all_text))
        case Union(members=members):
            return replace(type_, members=tuple(uploads(part, all_text) for part in members))
        case _:
            return type_


def _holds_upload(type_: TypeRef) -> bool:
    match type_:
        case Upload() | Anything():
            return True
        case ListOf(items=items):
            return _holds_upload(items)
        case Union(members=members):
            return any(map(_holds_upload, members))
        case _:
            return False
