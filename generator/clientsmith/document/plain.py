"""Plain data: the values that JSON can represent."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any, Final, TypeAlias, cast

CONTAINERS: Final = frozenset((dict, list))

Plain: TypeAlias = "dict[str, Any] | list[Any] | str | int | float | bool | None"


def _children(container: Any) -> Iterable[Any]:
    if type(container) is dict:
        return cast("dict[str, Any]", container).values()
    return container


def members(node: Any) -> dict[str, Any]:
    """Return `node` if it is a mapping, else an empty mapping."""
    plain: Plain = node
    return plain if isinstance(plain, dict) else {}


def items(node: Any) -> list[Any]:
    """Return `node` if it is a list, else an empty list."""
    plain: Plain = node
    return plain if isinstance(plain, list) else []


def measure(data: Any) -> tuple[int, int]:
    """Return how many values plain data has, and how many levels of containers: `[[1]]` → 3, 2."""
    count = 1
    depth = 0
    level = [data]
    while level:
        containers: list[Any] = [node for node in level if type(node) in CONTAINERS]
        level = list(chain.from_iterable(map(_children, containers)))
        count += len(level)
        depth += bool(containers)
    return count, depth
