"""Schemas of arrays → types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from ...ir import (
    Anything,
    ListOf,
    TupleOf,
    TypeRef,
)
from ..nodes import join
from .parts import (
    Part,
    array_at,
)
from .scalars import limits
from .unions import union


class ItemReader(Protocol):
    """The methods of the reader of schemas that reading an array calls."""

    def type_of(self, pointer: str, candidate: str) -> TypeRef:
        """Return the type of the schema at a pointer."""
        ...

    def merged(self, places: Sequence[str], key: str, candidate: str) -> TypeRef:
        """Return the type of a value that satisfies all of these schemas."""
        ...


def array_type(reader: ItemReader, parts: Sequence[Part], key: str, candidate: str) -> TypeRef:
    """Return the type of an array: of its items, or of its first items and the others."""
    first = _tuple_of(reader, parts, candidate)
    if first is None:
        places = [
            join(part.pointer, "items")
            for part in parts
            if isinstance(part.node.get("items"), dict)
        ]
        item = reader.merged(places, join(key, "items"), f"{candidate}Item") if places else None
        found = limits(parts)
        if any(part.node.get("items") is False for part in parts):
            found = replace(found, max_items=0)
        first = ListOf(Anything() if item is None else union([item]), found)
    return first


def _tuple_of(reader: ItemReader, parts: Sequence[Part], candidate: str) -> TupleOf | None:
    """Return the type of an array with `prefixItems`, or with an array in `items`; else None."""
    for part in parts:
        keyword = "prefixItems" if array_at(part.node, "prefixItems") else "items"
        prefix = array_at(part.node, keyword)
        if not prefix:
            continue
        items = tuple(
            reader.type_of(join(part.pointer, keyword, index), f"{candidate}Item{index + 1}")
            for index in range(len(prefix))
        )
        other = "items" if keyword == "prefixItems" else "additionalItems"
        rest = part.node.get(other, part.node.get("unevaluatedItems"))
        most = part.node.get("maxItems")
        if rest is False or (isinstance(most, int) and most <= len(prefix)):
            return TupleOf(items)
        if isinstance(part.node.get(other), dict):
            return TupleOf(items, reader.type_of(join(part.pointer, other), f"{candidate}Item"))
        return TupleOf(items, Anything())
    return None
