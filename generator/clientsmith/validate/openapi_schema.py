"""The JSON Schema of OpenAPI documents, from the package openapi-spec-validator."""

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


def openapi_schema(version: Version) -> _Schema:
    """Return the JSON Schema of a document of a version; Schema Objects are left to `schemas`.

    In 3.1 a `$dynamicRef` refers to these, for which the validator searches its whole schema each
    time. A `$ref` refers to the same here, and makes checking a large document four times as fast.
    The schema of 3.0 describes Schema Objects in full, and would refuse each keyword of 3.1.
    """
    # Read as a file, since importing the package takes 0.3 s and none of its code is needed.
    library = distribution("openapi-spec-validator")
    place = f"openapi_spec_validator/resources/schemas/v{version}/schema.json"
    schema: _Schema = json.loads(Path(str(library.locate_file(place))).read_bytes())
    if version == "3.0":
        schema["definitions"]["Schema"] = {"type": "object", "not": {"required": ["$ref"]}}
        return schema
    return _with_plain_references(schema)


def schema_of_part(schema: _Schema, part: PartKind) -> Any:
    """Return the JSON Schema of one kind of object, from that of a document."""
    if "definitions" in schema:
        return schema["definitions"][_DEFINITIONS_30[part]]
    return schema["$defs"][_DEFINITIONS_31[part]]


def schema_of_part_alone(schema: _Schema, part: PartKind) -> _Schema:
    """Return the JSON Schema of one kind of object, with the definitions that it refers to."""
    key = "definitions" if "definitions" in schema else "$defs"
    name = (_DEFINITIONS_30 if key == "definitions" else _DEFINITIONS_31)[part]
    return {"$schema": schema["$schema"], "$ref": f"#/{key}/{name}", key: schema[key]}


def known_keys(schema: Any, root: _Schema) -> set[str]:
    """Return the `properties` of a schema and of the schemas that it applies to the same value."""
    return {name for part in _applied(schema, root) for name in members(part.get("properties"))}


def key_patterns(schema: Any, root: _Schema) -> set[str]:
    """Return the `patternProperties` of a schema and of those it applies to the same value."""
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
    """Yield a schema and the schemas that it applies to the same value."""
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
