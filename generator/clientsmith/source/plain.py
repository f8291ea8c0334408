"""Plain data: what JSON can hold."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any, Final, cast

CONTAINERS: Final = frozenset((dict, list))


def _children(container: Any) -> Iterable[Any]:
    if type(container) is dict:
        return cast("dict[str, Any]", container).values()
    return container


def members(node: Any) -> dict[str, Any]:
    """`node` if it is a mapping; else an empty one."""
    return cast("dict[str, Any]", node) if isinstance(node, dict) else {}


def items(node: Any) -> list[Any]:
    """`node` if it is a list; else an empty one."""
    return cast("list[Any]", node) if isinstance(node, list) else []


def measure(data: Any) -> tuple[int, int]:
    """How many nodes plain data has, and how deep its containers are nested."""
    count = 1
    depth = 0
    level = [data]
    while level:
        containers: list[Any] = [node for node in level if type(node) in CONTAINERS]
        level = list(chain.from_iterable(map(_children, containers)))
        count += len(level)
        depth += bool(containers)
    return count, depth
