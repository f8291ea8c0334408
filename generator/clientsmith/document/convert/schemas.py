"""Schema Objects of Swagger 2.0 → Schema Objects of OpenAPI 3.0."""

from __future__ import annotations

from typing import Any

from .. import MOUNT, items, join_pointer, members
from .work import Node, Work

_NULLABLE = ("x-nullable", "x-isnullable", "x-isNullable")
_MAPS = ("properties", "patternProperties", "definitions")
_LISTS = ("allOf", "anyOf", "oneOf")
_SINGLE = ("items", "additionalProperties", "not")
# Keywords of a schema that a parameter or header has itself in 2.0, where it has no `schema`.
VALUES = (
    *("type", "format", "items", "default", "enum", "pattern", "multipleOf", "uniqueItems"),
    *("maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength"),
    *("maxItems", "minItems", *_NULLABLE, "x-enum-varnames", "x-enumNames", "x-ms-enum"),
)


def schema(work: Work, node: Any, old: str, new: str) -> Any:
    """Convert the schema at `old`, which will be at `new`; its parts keep their inner pointers.

    `x-nullable: true` → `nullable: true`; `discriminator: kind` → `discriminator: {propertyName:
    kind}`; `type: file` → a binary string.
    """
    if not isinstance(node, dict):
        return node
    given = members(node)
    reference = given.get("$ref")
    if isinstance(reference, str) and reference.startswith(f"#/{MOUNT}/"):
        work.schemas_elsewhere[reference[1:]] = None
    converted: Node = {}
    for key, value in given.items():
        if key in _NULLABLE:
            if value is True:
                converted["nullable"] = True
                work.changes[f"{key} → nullable"] += 1
        elif key == "discriminator" and isinstance(value, str):
            converted[key] = {"propertyName": value}
            work.changes["discriminator → an object"] += 1
            work.move(f"{new}/discriminator/propertyName", f"{old}/discriminator")
        elif key in _MAPS:
            converted[key] = {
                name: schema(work, part, f"{old}/{key}{inner}", f"{new}/{key}{inner}")
                for name, part in members(value).items()
                for inner in (join_pointer(name),)
            }
        elif key in _LISTS:
            converted[key] = [
                schema(work, part, f"{old}/{key}/{at}", f"{new}/{key}/{at}")
                for at, part in enumerate(items(value))
            ]
        elif key in _SINGLE:
            converted[key] = schema(work, value, f"{old}/{key}", f"{new}/{key}")
        elif key != "collectionFormat":
            converted[key] = value
    if converted.get("type") == "file":
        converted |= {"type": "string", "format": "binary"}
        work.changes["type: file → a binary string"] += 1
    return converted


def of_values(work: Work, owner: Node, old: str, new: str) -> Node:
    """Return the schema of the values of a parameter or header, from its own keywords."""
    work.move(new, old)
    return schema(work, {key: owner[key] for key in VALUES if key in owner}, old, new)
