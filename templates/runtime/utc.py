"""The setting `naive_datetimes = "utc"`: times without an offset are taken as UTC."""

from collections.abc import Mapping, Set
from datetime import UTC, datetime
from typing import Any, cast


def with_offsets(value: Any) -> Any:
    """Return a value whose `datetime` objects without an offset have that of UTC.

    Models of responses stay as they came.
    """
    if isinstance(value, datetime):
        return value if value.utcoffset() is not None else value.replace(tzinfo=UTC)
    if isinstance(value, Mapping):
        pairs: Any = cast(Any, value).items()
        return {key: with_offsets(item) for key, item in pairs}
    if isinstance(value, (list, tuple, Set)):
        given = cast("list[Any]", value)
        made = [with_offsets(item) for item in given]
        # Unchanged ones keep their type: a tuple may be a file.
        return given if all(a is b for a, b in zip(made, given, strict=True)) else made
    return value
