"""Measure data in which one object is in several places, as if each place had a copy.

Ten objects that each contain the next one twice are ten objects in memory, and more than a thousand
when written out. An object that contains itself has no end when written out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, cast

from .plain import CONTAINERS
from .references import Trail, pointer_of


class Ring(NamedTuple):
    """The place, in an object, of that object itself or of one around it."""

    holder: Any
    key: Any
    pointer: str


class Expansion(NamedTuple):
    """The size of data that is written out: how many values and how many levels, and its rings."""

    nodes: int
    depth: int
    rings: tuple[Ring, ...]


def expanded(data: dict[str, Any]) -> Expansion:
    """Return the size of data when written out, without its rings.

    The time grows with the objects in memory, not with those written out: the size of each object
    is computed once, after those inside it.
    """
    sizes: dict[int, tuple[int, int]] = {}
    rings: list[Ring] = []
    around = {id(data)}
    stack: list[tuple[Any, Trail, Iterator[tuple[Any, Any]]]] = [(data, None, _members(data))]
    while stack:
        node, trail, rest = stack[-1]
        for key, child in rest:
            if id(child) in around:
                rings.append(Ring(node, key, pointer_of((trail, key))))
            elif id(child) not in sizes:
                around.add(id(child))
                stack.append((child, (trail, key), _members(child)))
                break
        else:
            stack.pop()
            inner = [sizes.get(id(child), (1, 1)) for _, child in _members(node)]
            own = 1 + len(node) - len(inner) + sum(nodes for nodes, _ in inner)
            sizes[id(node)] = own, 1 + max((depth for _, depth in inner), default=0)
            around.discard(id(node))
    return Expansion(*sizes[id(data)], tuple(rings))


def _members(node: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the mappings and lists in a mapping or a list, each with its key."""
    members = (
        cast("dict[str, Any]", node).items()
        if isinstance(node, dict)
        else enumerate(cast("list[Any]", node))
    )
    return ((key, child) for key, child in members if type(child) in CONTAINERS)
