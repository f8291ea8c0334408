"""Faults at every place of a document, each of which costs no operation that does not reach it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from tests.tiers import sampled

from clientsmith.analyze import analyze
from clientsmith.config import ad_hoc_target
from clientsmith.document import read
from clientsmith.identifiers import NameLock
from clientsmith.validate import faults
from clientsmith.validate.salvage import checked

JSON = "application/json"
NAMED = {"$ref": "#/components/schemas/A"}
# The operations of /b reach nothing but themselves.
RICH: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "T", "version": "1", "contact": {"name": "x"}},
    "servers": [{"url": "https://{h}.example", "variables": {"h": {"default": "a"}}}],
    "tags": [{"name": "a", "description": "x"}],
    "externalDocs": {"url": "https://x.example"},
    "paths": {
        "/a/{id}": {
            "parameters": [{"$ref": "#/components/parameters/Id"}],
            "get": {
                "tags": ["a"],
                "externalDocs": {"url": "https://x.example"},
                "servers": [{"url": "https://o.example"}],
                "parameters": [
                    {"name": "q", "in": "query", "schema": {"type": "array", "items": {}}},
                    {"name": "c", "in": "query", "content": {JSON: {"schema": {}}}},
                ],
                "responses": {
                    "200": {
                        "description": "ok",
                        "headers": {"H": {"$ref": "#/components/headers/H"}},
                        "links": {"l": {"$ref": "#/components/links/L"}},
                        "content": {JSON: {"schema": NAMED, "examples": {"e": {"value": 1}}}},
                    },
                    "404": {"$ref": "#/components/responses/E"},
                },
            },
            "post": {
                "requestBody": {"$ref": "#/components/requestBodies/B"},
                "callbacks": {"c": {"$ref": "#/components/callbacks/C"}},
                "responses": {"201": {"description": "ok"}},
            },
        },
        "/b": {
            "get": {
                "security": [],
                "responses": {
                    "200": {"description": "", "content": {JSON: {"schema": {"type": "string"}}}}
                },
            },
            "post": {
                "security": [],
                "requestBody": {"content": {JSON: {"schema": {"type": "string"}}}},
                "responses": {"201": {"description": "ok"}},
            },
        },
    },
    "webhooks": {"w": {"post": {"requestBody": {"content": {JSON: {"schema": NAMED}}}}}},
    "components": {
        "schemas": {
            "A": {
                "type": "object",
                "required": ["k"],
                "properties": {"k": {"type": "string", "enum": ["x"]}, "l": {"items": {}}},
                "additionalProperties": {"type": ["string", "null"]},
            },
            "O": {
                "oneOf": [NAMED, {"$ref": "#/components/schemas/P"}],
                "discriminator": {"propertyName": "k", "mapping": {"x": "#/components/schemas/A"}},
            },
            "P": {"allOf": [NAMED, {"description": "x"}], "externalDocs": {"url": "x"}},
        },
        "parameters": {
            "Id": {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
        },
        "responses": {"E": {"description": "", "content": {JSON: {"schema": NAMED}}}},
        "requestBodies": {
            "B": {
                "content": {
                    "multipart/form-data": {
                        "schema": {"$ref": "#/components/schemas/O"},
                        "encoding": {"k": {"contentType": "image/png"}},
                    }
                }
            }
        },
        "headers": {"H": {"schema": {"type": "integer"}}},
        "links": {"L": {"operationId": "a"}},
        "callbacks": {"C": {"{$url}": {"post": {"responses": {"200": {"description": "x"}}}}}},
        "pathItems": {"I": {"get": {"responses": {"200": {"description": "x"}}}}},
        "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "K"}},
    },
}
WRONG: tuple[Any, ...] = (
    5,
    "x",
    [5],
    {},
    None,
    {"$ref": "#/no"},
    {"$ref": "none.yaml"},
    "left out",
)


def places_in(node: Any, place: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield place
    for key, value in node.items() if isinstance(node, dict) else ():
        yield from places_in(value, (*place, key))
    for index, item in enumerate(node) if isinstance(node, list) else ():
        yield from places_in(item, (*place, index))


FAULTS = [
    (place, wrong)
    for place in places_in(RICH)
    if place not in ((), ("openapi",), ("paths",)) and place[:2] != ("paths", "/b")
    for wrong in WRONG
]


@pytest.mark.parametrize("part", sampled(range(40), every=20))
def test_operations_that_no_faulty_part_is_reached_from_are_whole(
    tmp_path: Path, part: int
) -> None:
    for place, wrong in FAULTS[part::40]:
        data = deepcopy(RICH)
        *above, last = place
        holder: Any = data
        for key in above:
            holder = holder[key]
        if wrong == "left out":
            del holder[last]
        else:
            holder[last] = wrong
        path = tmp_path / "a.json"
        path.write_text(json.dumps(data))
        target = ad_hoc_target(path, "a", None, tmp_path).model_copy(update={"lenient": True})
        document = read(path, lenient=True)
        document, _ = checked(document, faults(document), lenient=True)
        found = {
            row.operation: row.status for row in analyze(document, target, NameLock()).coverage
        }
        assert (place, wrong, found["GET /b"]) == (place, wrong, "generated")
        assert (place, wrong, found["POST /b"]) == (place, wrong, "generated")
