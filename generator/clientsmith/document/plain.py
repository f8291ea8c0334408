"""Plain data: what JSON can hold."""

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
    """`node` if it is a mapping; else an empty one."""
    plain: Plain = node
    return plain if isinstance(plain, dict) else {}


def items(node: Any) -> list[Any]:
    """`node` if it is a list; else an empty one."""
    plain: Plain = node
    return plain if isinstance(plain, list) else []


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
