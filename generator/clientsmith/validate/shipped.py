"""The JSON Schema of OpenAPI itself, as openapi-spec-validator ships it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path
from typing import Any, Final, cast

from ..document import look_up, members
from .fault import PartKind
from .version import Version

_Schema = dict[str, Any]

_DEFINITIONS_30: Final[dict[PartKind, str]] = {
    "path item": "PathItem",
    "parameter": "Parameter",
    "request body": "RequestBody",
    "response": "Response",
    "header": "Header",
    "callback": "Callback",
    "security scheme": "SecurityScheme",
}
_DEFINITIONS_31: Final[dict[PartKind, str]] = {
    "path item": "path-item",
    "parameter": "parameter",
    "request body": "request-body",
    "response": "response",
    "header": "header",
    "callback": "callbacks",
    "security scheme": "security-scheme",
}


def shipped_schema(version: Version) -> _Schema:
    """The schema of a whole document, with Schema Objects left to `schemas`.

    3.1 reaches them by `$dynamicRef`, for which the validator reads its whole schema again each
    time: a plain `$ref` means the same here and makes a big document four times as fast. 3.0
    describes them in full, and would call each word of 3.1 an error.
    """
    # Read as a file: to import the library takes 0.3 s, and nothing of its code is needed.
    library = distribution("openapi-spec-validator")
    place = f"openapi_spec_validator/resources/schemas/v{version}/schema.json"
    schema: _Schema = json.loads(Path(str(library.locate_file(place))).read_bytes())
    if version == "3.0":
        schema["definitions"]["Schema"] = {"type": "object", "not": {"required": ["$ref"]}}
        return schema
    return _with_plain_references(schema)


def schema_of_part(schema: _Schema, part: PartKind) -> Any:
    """Of the schema of a whole document, that of a part."""
    if "definitions" in schema:
        return schema["definitions"][_DEFINITIONS_30[part]]
    return schema["$defs"][_DEFINITIONS_31[part]]


def known_keys(schema: Any, root: _Schema) -> set[str]:
    """The keys that a schema names, itself or through what it refers to."""
    return {name for part in _applied(schema, root) for name in members(part.get("properties"))}


def key_patterns(schema: Any, root: _Schema) -> set[str]:
    """The regular expressions of further keys that a schema has."""
    return {
        pattern
        for part in _applied(schema, root)
        for pattern in members(part.get("patternProperties"))
    }


def _with_plain_references(node: Any) -> Any:
    if isinstance(node, list):
        return [_with_plain_references(item) for item in cast("list[Any]", node)]
    if not isinstance(node, dict):
        return node
    schema = members(node)
    if schema.get("$dynamicRef") == "#meta":
        return {"$ref": "#/$defs/schema"}
    return {key: _with_plain_references(value) for key, value in schema.items()}


def _applied(schema: Any, root: _Schema) -> Iterator[_Schema]:
    """A schema and those that it applies to the same object."""
    if not isinstance(schema, dict):
        return
    own = members(schema)
    yield own
    if "$ref" in own:
        yield from _applied(look_up(root, own["$ref"].removeprefix("#")), root)
    for key in ("allOf", "oneOf", "anyOf"):
        for inner in own.get(key, ()):
            yield from _applied(inner, root)
    for inner in members(own.get("dependentSchemas")).values():
        yield from _applied(inner, root)
    for key in ("then", "else"):
        yield from _applied(own.get(key), root)
