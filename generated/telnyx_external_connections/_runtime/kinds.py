"""Tells plain data apart in a way that type checkers follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import Any, TypeGuard


def is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def is_dict(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    return isinstance(value, Mapping)


def is_row(value: object) -> TypeGuard[Iterable[Any]]:
    """A list, or what stands for one: a tuple or a set."""
    return isinstance(value, (list, tuple, Set))
