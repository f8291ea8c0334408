"""JSON types in pydantic, without conversions."""

from collections.abc import Callable
from typing import Any

from pydantic_core import core_schema

from .plain_data import is_dict


def without_conversions(schema: Any) -> Any:
    """Return a schema without conversions between JSON types (JSON Schema Validation, 6.1.1).

    `"5"` is no integer and 1 no boolean; 5.0 is an integer, as it has no fraction.
    """
    kind = schema["type"]
    if kind == "literal":
        return _literal(schema)
    if kind in ("float", "bool"):
        return {**schema, "strict": True}
    if kind == "int":
        strict: Any = {**schema, "strict": True}
        whole = _chain(core_schema.float_schema(strict=True), schema, {"type": "integer"})
        return core_schema.union_schema([strict, whole], mode="left_to_right")
    # A nested model has its own `__get_pydantic_core_schema__`.
    parts = () if kind == "model" else _PARTS.intersection(schema)
    result = {**schema, **{key: mapped(schema[key], without_conversions) for key in parts}}
    if kind == "union":
        kinds = [each.get("custom_error_type", each["type"]) for each in schema["choices"]]
        # pydantic prefers exact matches: `str` would win over text read as a date.
        if TEXT in kinds and _SCALARS.issuperset(kinds):
            result["mode"] = "left_to_right"
    return result


TEXT = "form"
"""The type of the error of what is read from text in a form of its own."""
_SCALARS = frozenset({TEXT, "str", "literal", "int", "float", "bool", "none"})
_PARTS = frozenset(
    {"schema", "choices", "fields", "items_schema", "values_schema", "extras_schema"}
)


def mapped(part: Any, change: Callable[[Any], Any]) -> Any:
    """Return a part of a schema with `change` applied to each schema in it."""
    if is_dict(part):
        is_schema = isinstance(part.get("type"), str)
        return change(part) if is_schema else {k: mapped(v, change) for k, v in part.items()}
    is_row = type(part) in (list, tuple)
    return type(part)([mapped(each, change) for each in part]) if is_row else part


def _literal(schema: Any) -> Any:
    """Return the schema of an enum in which 1 and true differ."""
    values: list[Any] = schema["expected"]
    found: list[Any] = []
    for kind, read in ((bool, core_schema.bool_schema()), (int, core_schema.int_schema())):
        if own := [value for value in values if type(value) is kind]:
            known = core_schema.literal_schema(own)
            found.append(_chain(without_conversions(read), known, {"enum": own}))
    if not found:
        return schema
    if rest := [value for value in values if type(value) not in (bool, int)]:
        found.append({**schema, "expected": rest})
    return core_schema.union_schema(found, mode="left_to_right")


def _chain(first: Any, second: Any, described: dict[str, Any]) -> Any:
    """Return a schema that validates by one, then by another; `described` is its JSON Schema."""
    return core_schema.chain_schema([first, second], metadata={"pydantic_js_updates": described})
