"""Unions whose members give their `type` in every shape: a name, a list of names, or not at all."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from tests.tiers import slow

from clientsmith.config import ad_hoc_target
from clientsmith.pipeline import make

MEMBERS: tuple[dict[str, Any], ...] = (
    {"type": "string"},
    {"type": ["string"]},
    {"type": ["string", "integer"]},
    {"type": ["string", "null"]},
    {"type": ["null"]},
    {"type": ["integer", "string"], "pattern": "^[0-9]+$"},
    {"type": ["number", "boolean", "null"], "enum": [1, True, None]},
    {"type": ["array", "null"], "items": {"type": ["object", "null"]}},
    {"type": "object", "properties": {"x": {"type": ["string", "object"]}}},
    {"type": ["object", "null"], "properties": {"y": {"type": "string"}}},
    {"type": ["object", "array"], "properties": {"z": {}}, "items": {"type": ["string"]}},
    {"properties": {"u": {"type": "string"}}},
    {"$ref": "#/components/schemas/Both"},
    {"allOf": [{"type": ["string", "integer"]}, {"type": "string"}]},
    {},
)


@pytest.mark.parametrize("keyword", [slow("oneOf"), "anyOf"])
def test_every_pair_of_shapes_can_be_joined(keyword: str, tmp_path: Path) -> None:
    pairs = {
        f"p{number}": {keyword: list(pair)} for number, pair in enumerate(product(MEMBERS, MEMBERS))
    }
    schema = {"type": "object", "properties": pairs}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/All"}}}
    parameters = [
        {"name": name, "in": "query", "schema": pair} for name, pair in list(pairs.items())[::7]
    ]
    operation = {
        "parameters": parameters,
        "requestBody": {"content": content},
        "responses": {"200": {"description": "All.", "content": content}},
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "A", "version": "1"},
        "paths": {"/a": {"post": operation}},
        "components": {
            "schemas": {"All": schema, "Both": {"type": ["string", "null"], "format": "date"}}
        },
    }
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(document))
    client = make(ad_hoc_target(path, "unions", None, tmp_path))
    for name, text in client.files.items():
        if name.endswith(".py"):
            compile(text, name, "exec")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"maxLength": 4, "anyOf": ["B", "text"]}, {"minLength": 3, "anyOf": ["A", "text"]}),
        ({"maxLength": 4, "oneOf": ["B", "text"]}, {"minLength": 3, "anyOf": ["A", "text"]}),
        (
            {"oneOf": ["text"], "anyOf": ["B", "text"]},
            {"oneOf": ["text", "A"], "maxLength": 3},
        ),
        ({"maxLength": 4, "anyOf": ["B", "list of B"]}, {"minLength": 3, "anyOf": ["A", "text"]}),
    ],
)
def test_unions_that_are_members_of_one_another_end(
    one: dict[str, Any], other: dict[str, Any], tmp_path: Path
) -> None:
    def member(name: str) -> dict[str, Any]:
        if name == "text":
            return {"type": "string"}
        reference = {"$ref": f"#/components/schemas/{name[-1]}"}
        return reference if len(name) == 1 else {"type": "array", "items": reference}

    def schema(written: dict[str, Any]) -> dict[str, Any]:
        return {
            key: [member(each) for each in value] if isinstance(value, list) else value
            for key, value in written.items()
        }

    content = {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "A", "version": "1"},
        "paths": {"/a": {"get": {"responses": {"200": {"description": "A.", "content": content}}}}},
        "components": {"schemas": {"A": schema(one), "B": schema(other)}},
    }
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(document))
    resources = make(ad_hoc_target(path, "rings", None, tmp_path)).files["resources/a.py"]
    assert "str" in resources or "models." in resources
