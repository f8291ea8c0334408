"""Schema Objects of Swagger 2.0 → those of OpenAPI 3.0."""

from __future__ import annotations

from typing import Any

from .. import MOUNT, items, join_pointer, members
from .work import Node, Work

_NULLABLE = ("x-nullable", "x-isnullable", "x-isNullable")
_MAPS = ("properties", "patternProperties", "definitions")
_LISTS = ("allOf", "anyOf", "oneOf")
_SINGLE = ("items", "additionalProperties", "not")
# What describes the values of a parameter or header, which has no schema of its own in 2.0.
VALUES = (
    *("type", "format", "items", "default", "enum", "pattern", "multipleOf", "uniqueItems"),
    *("maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength"),
    *("maxItems", "minItems", *_NULLABLE, "x-enum-varnames", "x-enumNames", "x-ms-enum"),
)


def schema(work: Work, node: Any, old: str, new: str) -> Any:
    """The schema at `old`, as it stands at `new`; nothing in it is moved."""
    if not isinstance(node, dict):
        return node
    given = members(node)
    reference = given.get("$ref")
    if isinstance(reference, str) and reference.startswith(f"#/{MOUNT}/"):
        work.schemas_elsewhere[reference[1:]] = None
    made: Node = {}
    for key, value in given.items():
        if key in _NULLABLE:
            if value is True:
                made["nullable"] = True
                work.changes[f"{key} → nullable"] += 1
        elif key == "discriminator" and isinstance(value, str):
            made[key] = {"propertyName": value}
            work.changes["discriminator → an object"] += 1
            work.move(f"{new}/discriminator/propertyName", f"{old}/discriminator")
        elif key in _MAPS:
            made[key] = {
                name: schema(work, part, f"{old}/{key}{inner}", f"{new}/{key}{inner}")
                for name, part in members(value).items()
                for inner in (join_pointer(name),)
            }
        elif key in _LISTS:
            made[key] = [
                schema(work, part, f"{old}/{key}/{at}", f"{new}/{key}/{at}")
                for at, part in enumerate(items(value))
            ]
        elif key in _SINGLE:
            made[key] = schema(work, value, f"{old}/{key}", f"{new}/{key}")
        elif key != "collectionFormat":
            made[key] = value
    if made.get("type") == "file":
        made |= {"type": "string", "format": "binary"}
        work.changes["type: file → a binary string"] += 1
    return made


def of_values(work: Work, owner: Node, old: str, new: str) -> Node:
    """The schema of a parameter or a header, whose own keys describe its values."""
    work.move(new, old)
    return schema(work, {key: owner[key] for key in VALUES if key in owner}, old, new)
