from typing_extensions import TypeAliasType

JsonValue = TypeAliasType(
    "JsonValue", "str | float | bool | list[JsonValue] | dict[str, JsonValue] | None"
)
"""Any JSON value."""
