"""The size of data in which a part stands in several places: written out, and whether it ends.

Ten levels of parts that each hold the next one twice are twenty places, and a thousand parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, cast

from .plain import CONTAINERS
from .references import Trail, pointer_of


class Ring(NamedTuple):
    """A place in data at which a part begins that this place is in itself."""

    holder: Any
    key: Any
    pointer: str


class Expansion(NamedTuple):
    """What data comes to where each part is written out in each of its places."""

    nodes: int
    depth: int
    rings: tuple[Ring, ...]


def expanded(data: dict[str, Any]) -> Expansion:
    """Return how much `data` is when written out, but for its rings; each part is read once."""
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
