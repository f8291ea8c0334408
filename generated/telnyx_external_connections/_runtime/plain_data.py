"""Plain data: dicts, lists and scalars, and what other values become as such."""

from collections.abc import Mapping, Sequence, Set
from enum import Enum
from types import NoneType
from typing import Any, TypeGuard, cast
from uuid import UUID

from pydantic import BaseModel

from .omitted import Omit

_TEXTS = (str, bytes, bytearray, memoryview)


def is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def is_dict(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def is_row(value: object) -> bool:
    """Return whether a value is an array in JSON: a sequence or a set, but not text or bytes."""
    return isinstance(value, (list, tuple, Set, Sequence)) and not isinstance(value, _TEXTS)


def as_plain(value: Any) -> Any:
    """Return models, mappings, sequences, sets, enum members and UUIDs as plain data."""
    if type(value) in (str, int, bool, NoneType):
        return value
    if isinstance(value, BaseModel):
        return value.model_dump(
            by_alias=True, exclude_unset=True, exclude=_read_only(value), warnings=False
        )
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        pairs: Any = cast(Any, value).items()
        return {key: as_plain(item) for key, item in pairs if not isinstance(item, Omit)}
    if is_row(value):
        return [as_plain(item) for item in value if not isinstance(item, Omit)]
    return str(value) if isinstance(value, UUID) else value


def _read_only(value: Any) -> dict[Any, Any]:
    """Return the `readOnly` properties of a value (OpenAPI, 4.8.24.1) as pydantic's `exclude`."""
    hidden: tuple[str, ...] = ()
    if isinstance(value, BaseModel):
        if value.__pydantic_root_model__:
            return _read_only(vars(value)["root"])
        hidden = getattr(value, "__read_only__", ())
        value = {**vars(value), **(value.__pydantic_extra__ or {})}
    elif isinstance(value, (list, tuple)):
        value = dict(enumerate(cast("list[Any]", value)))
    parts = value.items() if is_dict(value) else ()
    found = {name: below for name, item in parts if (below := _read_only(item))}
    return found | dict.fromkeys(hidden, True)


def wire_name(name: str, field: Any) -> str:
    """Return the JSON name of a model's field."""
    return field.serialization_alias or field.alias or name
