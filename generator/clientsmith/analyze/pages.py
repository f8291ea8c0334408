"""What the rules of pagination look at: the fields of an answer, its headers, the arguments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import cast

from ..ir import (
    NULL,
    Argument,
    Choice,
    Json,
    ListOf,
    Operation,
    Ref,
    Scalar,
    ScalarKind,
    Shape,
    TypeRef,
    Union,
)
from ..ir.pagination import FieldPath
from .nodes import Nodes, join

_DEPTH = 4
_NOITEMS = frozenset({"errors", "warnings", "messages", "included", "links"})
ITEMS = frozenset(
    {"data", "items", "results", "values", "value", "records", "entries", "objects", "content"}
)
_AROUND = frozenset({"data", "embedded", "list", "response", "result", "results"})
_URL_FORMATS = frozenset({"iri", "iri-reference", "uri", "uri-reference", "url"})
_META = frozenset(
    {
        "cursor",
        "cursors",
        "info",
        "listmetadata",
        "meta",
        "metadata",
        "page",
        "pageinfo",
        "pagemetadata",
        "pager",
        "pagination",
        "paginationinfo",
        "paginationmetadata",
        "paging",
        "pagingmetadata",
        "responsemetadata",
    }
)


@dataclass(frozen=True, slots=True)
class Found:
    """A field of an answer: its names on the wire, its attributes, its type without null."""

    wire: tuple[str, ...]
    path: FieldPath
    type: TypeRef

    @property
    def name(self) -> str:
        return plain(self.wire[-1])

    @property
    def shown(self) -> str:
        return ".".join(self.wire)

    @property
    def is_meta(self) -> bool:
        """Whether it stands at the top, or in an object about the page."""
        return all(plain(name) in _META for name in self.wire[:-1])

    def is_a(self, *kinds: ScalarKind) -> bool:
        return kind_of(self.type) in kinds

    @property
    def may_be_text(self) -> bool:
        members = self.type.members if isinstance(self.type, Union) else (self.type,)
        return any(isinstance(member, Scalar) and member.kind == "string" for member in members)

    @property
    def is_url(self) -> bool:
        """Whether the document says that it is one."""
        return isinstance(self.type, Scalar) and self.type.format in _URL_FORMATS


@dataclass(frozen=True, slots=True)
class Items:
    """Where a page has its items."""

    path: FieldPath
    item: TypeRef


class Pages:
    """One operation as the rules see it."""

    def __init__(self, operation: Operation, shapes: Mapping[str, Shape], nodes: Nodes) -> None:
        self.operation = operation
        self._shapes = shapes
        self._nodes = nodes

    @cached_property
    def fields(self) -> tuple[Found, ...]:
        """The fields of the answer."""
        return self.fields_of(self.operation.response.type)

    @property
    def items(self) -> Items | None:
        """The one list of the answer: the answer itself, or a list in it that no other equals."""
        answer = self.operation.response.type
        if isinstance(answer, ListOf):
            return Items((), answer.items)
        if not isinstance(answer, Ref):
            return None
        lists = [field for field in self.lists if field.name not in _NOITEMS]
        top = [field for field in lists if len(field.wire) == 1]
        inner = [
            field for field in lists if len(field.wire) == 2 and plain(field.wire[0]) in _AROUND
        ]
        for group in (top, [field for field in top if field.name in ITEMS], [] if top else inner):
            if len(group) == 1:
                return Items(group[0].path, cast("ListOf", group[0].type).items)
        return None

    @property
    def lists(self) -> tuple[Found, ...]:
        return tuple(field for field in self.fields if isinstance(field.type, ListOf))

    def argument(self, names: frozenset[str], *kinds: ScalarKind) -> Argument | None:
        """The query parameter, or member of one, of one of these names, if there is just one."""
        found = [
            item
            for item in self.arguments
            if plain(item.wire) in names and kind_of(item.type) in kinds
        ]
        return found[0] if len(found) == 1 else None

    @cached_property
    def arguments(self) -> tuple[Argument, ...]:
        """The query parameters; of one that is an object also the members: `page[number]`, given
        as `page.number`.
        """
        return tuple(self._arguments())

    def _arguments(self) -> Iterator[Argument]:
        for item in self.operation.arguments:
            if item.location != "query":
                continue
            yield item
            shape = not_null(item.type)
            if isinstance(shape, Ref):
                for field in self._shapes[shape.name].fields:
                    yield replace(
                        item,
                        name=f"{item.name}.{field.wire}",
                        wire=f"{item.wire}[{field.wire}]",
                        type=field.type,
                        default=field.default,
                    )

    def field(self, names: frozenset[str], *kinds: ScalarKind) -> Found | None:
        """The field about the page that has one of these names; the one nearest to the top."""
        found = (
            field
            for field in self.fields
            if field.name in names and field.is_meta and field.is_a(*kinds)
        )
        return min(found, key=lambda field: (len(field.wire), field.wire), default=None)

    def headers(self) -> dict[str, str]:
        """Lower-case name → name, of the headers that the document gives to successful answers."""
        found: dict[str, str] = {}
        place = join(self.operation.pointer, "responses")
        for status in self._nodes.mapping(place):
            if status.startswith("2"):
                answer = self._nodes.resolve(join(place, status))
                named = self._nodes.mapping(join(answer, "headers"))
                found |= {name.lower(): name for name in named}
        return found

    def fields_of(self, type_: TypeRef | None) -> tuple[Found, ...]:
        return tuple(_fields(type_, self._shapes))

    def identifier(self, item: TypeRef) -> Found | None:
        """The field `id` of an item; of a union, where each of its members has one."""
        members = item.members if isinstance(item, Union) else (item,)
        found = [
            next((field for field in self.fields_of(member) if field.wire == ("id",)), None)
            for member in members
        ]
        return found[0] if all(found) else None


@lru_cache(16_384)
def plain(name: str) -> str:
    """A name as the rules compare it: `page[number]`, `PageNumber` and `page_number` are one."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def first_of(argument: Argument) -> int | None:
    """The number of the first page, or of the first item, as the document gives it away."""
    for value in (argument.default, _minimum(argument.type)):
        if _is_first(value):
            return int(cast("int", value))
    return None


def _is_first(value: Json) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value in (0, 1)


def _minimum(type_: TypeRef) -> float | None:
    type_ = not_null(type_)
    return type_.limits.minimum if isinstance(type_, Scalar) else None


def kind_of(type_: TypeRef) -> ScalarKind | None:
    """The kind of a scalar as far as pages are concerned, which are counted in whole numbers even
    where the document says `number`, or writes them as text; None of anything else.
    """
    type_ = not_null(type_)
    if not isinstance(type_, Scalar):
        return None
    is_whole = type_.kind == "number" or (type_.kind, type_.format) == ("string", "int64")
    return "integer" if is_whole else type_.kind


def not_null(type_: TypeRef) -> TypeRef:
    """The type of a value that is there, which an empty text (`allowEmptyValue`) is not either."""
    if isinstance(type_, Union):
        others = [
            member
            for member in type_.members
            if member != NULL and not (isinstance(member, Choice) and member.values == ("",))
        ]
        if len(others) == 1:
            return others[0]
    return type_


def _fields(type_: TypeRef | None, shapes: Mapping[str, Shape]) -> Iterator[Found]:
    """The fields of an object and of the objects in it, outside of lists."""
    waiting: list[tuple[tuple[str, ...], FieldPath, TypeRef | None]] = [((), (), type_)]
    while waiting:
        wire, path, type_ = waiting.pop(0)
        if not isinstance(type_, Ref):
            continue
        for field in shapes[type_.name].fields:
            found = Found((*wire, field.wire), (*path, field.name), not_null(field.type))
            yield found
            if len(found.wire) < _DEPTH:
                waiting.append((found.wire, found.path, found.type))
