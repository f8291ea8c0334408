from collections.abc import Mapping, Sequence

from typing_extensions import TypeAliasType

JsonValue = TypeAliasType(
    "JsonValue", "str | float | bool | Sequence[JsonValue] | Mapping[str, JsonValue] | None"
)
"""Any JSON value."""
