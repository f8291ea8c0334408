"""Plain data: told apart in a way that type checkers follow, and what other values stand for."""

from collections.abc import Mapping, Set
from enum import Enum
from types import NoneType
from typing import Any, TypeGuard, cast
from uuid import UUID

from pydantic import BaseModel


def is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def is_dict(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def as_plain(value: Any) -> Any:
    """Models, mappings, tuples, sets, enum members and UUIDs as the plain data they stand for."""
    if type(value) in (str, int, bool, NoneType):
        return value
    if isinstance(value, BaseModel):
        return value.model_dump(by_alias=True, exclude_unset=True, warnings=False)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {key: as_plain(item) for key, item in cast(Any, value).items()}
    if isinstance(value, (list, tuple, Set)):
        return [as_plain(item) for item in cast(Any, value)]
    return str(value) if isinstance(value, UUID) else value
