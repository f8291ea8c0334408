"""An operation as the rules of pagination see it: response fields, headers, parameters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import cast

from ...ir import (
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
from ...ir.pagination import FieldPath
from ..nodes import Nodes, join

_DEPTH = 4
_NOITEMS = frozenset({"errors", "warnings", "messages", "included", "links"})
ITEMS = frozenset(
    {"data", "items", "results", "values", "value", "records", "entries", "objects", "content"}
)
_AROUND = frozenset({"data", "embedded", "list", "response", "result", "results"})
_URL_FORMATS = frozenset({"iri", "iri-reference", "uri", "uri-reference", "url"})
META = frozenset(
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
    """A field of a response: its names on the wire, its attributes, its type without null."""

    wire: tuple[str, ...]
    path: FieldPath
    type: TypeRef

    @property
    def name(self) -> str:
        """Its name as rules compare it."""
        return plain(self.wire[-1])

    @property
    def shown(self) -> str:
        """Its path as a message shows it: `meta.total_pages`."""
        return ".".join(self.wire)

    @property
    def is_meta(self) -> bool:
        """Whether it is at the top, or in an object about the page."""
        return all(plain(name) in META for name in self.wire[:-1])

    def is_a(self, *kinds: ScalarKind) -> bool:
        """Return whether it is a scalar of one of these kinds."""
        return kind_of(self.type) in kinds

    @property
    def may_be_text(self) -> bool:
        """Whether its value may be a string."""
        members = self.type.members if isinstance(self.type, Union) else (self.type,)
        return any(isinstance(member, Scalar) and member.kind == "string" for member in members)

    @property
    def is_url(self) -> bool:
        """Whether its format says that it is a URL."""
        return isinstance(self.type, Scalar) and self.type.format in _URL_FORMATS


@dataclass(frozen=True, slots=True)
class Items:
    """Where a page has its items, and their type."""

    path: FieldPath
    item: TypeRef


class ListCall:
    """An operation as the rules of pagination see it."""

    def __init__(self, operation: Operation, shapes: Mapping[str, Shape], nodes: Nodes) -> None:
        self.operation = operation
        self._shapes = shapes
        self._nodes = nodes

    @cached_property
    def fields(self) -> tuple[Found, ...]:
        """The fields of the response."""
        return self.fields_of(self.operation.response.type)

    @property
    def items(self) -> Items | None:
        """The one array of the response: the response itself, or an array inside it."""
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
        """The arrays of the response."""
        return tuple(field for field in self.fields if isinstance(field.type, ListOf))

    def argument(self, names: frozenset[str], *kinds: ScalarKind) -> Argument | None:
        """Return the query parameter with one of these names, if there is exactly one."""
        found = [
            item
            for item in self.arguments
            if plain(item.wire) in names and kind_of(item.type) in kinds
        ]
        return found[0] if len(found) == 1 else None

    @cached_property
    def arguments(self) -> tuple[Argument, ...]:
        """The query parameters, and the properties of those that are objects.

        A property has the wire name `page[number]` and is given as `page.number`.
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
        """Return the field about the page with one of these names that is nearest to the top."""
        found = (
            field
            for field in self.fields
            if field.name in names and field.is_meta and field.is_a(*kinds)
        )
        return min(found, key=lambda field: (len(field.wire), field.wire), default=None)

    def headers(self) -> dict[str, str]:
        """Return the names of the headers of successful responses, by their lower-case form."""
        found: dict[str, str] = {}
        place = join(self.operation.pointer, "responses")
        for status in self._nodes.mapping(place):
            if status.startswith("2"):
                answer = self._nodes.resolve(join(place, status))
                named = self._nodes.mapping(join(answer, "headers"))
                found |= {name.lower(): name for name in named}
        return found

    def fields_of(self, type_: TypeRef | None) -> tuple[Found, ...]:
        """Return the fields of an object type."""
        return tuple(_fields(type_, self._shapes))

    def identifier(self, item: TypeRef) -> Found | None:
        """Return the field `id` of an item; of a union, where each of its members has one."""
        members = item.members if isinstance(item, Union) else (item,)
        found = [
            next((field for field in self.fields_of(member) if field.wire == ("id",)), None)
            for member in members
        ]
        return found[0] if all(found) else None


@lru_cache(16_384)
def plain(name: str) -> str:
    """Return a name as rules compare it: `page[number]` and `PageNumber` are `pagenumber`."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def first_of(argument: Argument) -> int | None:
    """Return the number of the first page or item, by the argument's default or minimum."""
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
    """Return the kind of a scalar as pagination sees it; None for any other type.

    Pages are counted in whole numbers, also where the document has `number` or writes them as text.
    """
    type_ = not_null(type_)
    if not isinstance(type_, Scalar):
        return None
    is_whole = type_.kind == "number" or (type_.kind, type_.format) == ("string", "int64")
    return "integer" if is_whole else type_.kind


def not_null(type_: TypeRef) -> TypeRef:
    """Return a type without null and without the empty text of `allowEmptyValue`."""
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
    """Yield the fields of an object and of the objects in it, outside of arrays."""
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
