"""Makes pydantic take JSON's types for what they are, where it would turn one into another."""

from collections.abc import Callable
from typing import Any

from pydantic_core import core_schema

from .plain_data import is_dict


def exactly(schema: Any) -> Any:
    """The schema without conversions: JSON types are not interchangeable, `"5"` is no integer and 1
    no boolean (JSON Schema Validation, 6.1.1). 5.0 is an integer, as it has no fraction."""
    kind = schema["type"]
    if kind == "literal":
        return _literal(schema)
    if kind in ("float", "bool"):
        return {**schema, "strict": True}
    if kind == "int":
        strict: Any = {**schema, "strict": True}
        whole = _chain(core_schema.float_schema(strict=True), schema, {"type": "integer"})
        return core_schema.union_schema([strict, whole], mode="left_to_right")
    # A model inside of another one has a schema of its own.
    parts = () if kind == "model" else _PARTS.intersection(schema)
    exact = {**schema, **{key: mapped(schema[key], exactly) for key in parts}}
    if kind == "union":
        kinds = [each.get("custom_error_type", each["type"]) for each in schema["choices"]]
        # Text in a form of its own counts as converted, and so less than any text beside it.
        if TEXT in kinds and _SCALARS.issuperset(kinds):
            exact["mode"] = "left_to_right"
    return exact


TEXT = "form"
"""The type of the error of what is read from text in a form of its own."""
_SCALARS = frozenset({TEXT, "str", "literal", "int", "float", "bool", "none"})
_PARTS = frozenset(
    {"schema", "choices", "fields", "items_schema", "values_schema", "extras_schema"}
)


def mapped(part: Any, change: Callable[[Any], Any]) -> Any:
    """A part of a schema, with what `change` makes of each schema in it."""
    if is_dict(part):
        is_schema = isinstance(part.get("type"), str)
        return change(part) if is_schema else {k: mapped(v, change) for k, v in part.items()}
    is_row = type(part) in (list, tuple)
    return type(part)([mapped(each, change) for each in part]) if is_row else part


def _literal(schema: Any) -> Any:
    """The schema of an enum in which 1 and true are two values."""
    values: list[Any] = schema["expected"]
    found: list[Any] = []
    for kind, read in ((bool, core_schema.bool_schema()), (int, core_schema.int_schema())):
        if own := [value for value in values if type(value) is kind]:
            known = core_schema.literal_schema(own)
            found.append(_chain(exactly(read), known, {"enum": own}))
    if not found:
        return schema
    if rest := [value for value in values if type(value) not in (bool, int)]:
        found.append({**schema, "expected": rest})
    return core_schema.union_schema(found, mode="left_to_right")


def _chain(first: Any, second: Any, described: dict[str, Any]) -> Any:
    """What reads by one schema, then by another; JSON Schema has it `described`."""
    return core_schema.chain_schema([first, second], metadata={"pydantic_js_updates": described})
