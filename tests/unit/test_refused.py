"""Only what jsonschema-rs refuses goes through jsonschema, with the faults of all of it."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.tiers import slow

from clientsmith.diagnostics import ClientsmithError
from clientsmith.document import read
from clientsmith.validate import check
from clientsmith.validate.fault import PartKind
from clientsmith.validate.openapi_schema import openapi_schema, schema_of_part_alone
from clientsmith.validate.refused import fits, quick_validator, refused_part

DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "T", "version": "1", "contact": {"email": "a@b.c"}},
    "servers": [{"url": "https://a.b/{c}", "variables": {"c": {"default": "d"}}}],
    "paths": {
        "/a/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {}}],
            "get": {
                "parameters": [{"name": "q", "in": "query", "schema": {"type": "string"}}],
                "responses": {
                    "200": {
                        "description": "Yes.",
                        "headers": {"X-A": {"schema": {"type": "integer"}}},
                        "content": {"application/json": {"schema": {"type": "object"}}},
                    }
                },
            },
            "post": {
                "requestBody": {"content": {"application/json": {"examples": {"a": {"value": 1}}}}},
                "responses": {"default": {"$ref": "#/components/responses/R"}},
                "security": [{"key": []}],
            },
        },
        "/b": {"get": {"responses": {"204": {"description": "Nothing."}}}},
    },
    "webhooks": {"w": {"post": {"responses": {"200": {"description": "Yes."}}}}},
    "components": {
        "responses": {"R": {"description": "No."}},
        "schemas": {"S": {"type": "string"}},
        "securitySchemes": {"key": {"type": "apiKey", "name": "k", "in": "header"}},
    },
}
VALUES: tuple[Any, ...] = (
    None,
    1,
    1.5,
    True,
    "text",
    "https://a.b",
    [],
    [1],
    {},
    {"a": 1},
    {"$ref": "#/x"},
)
KEYS = (
    "a",
    "x-a",
    "$ref",
    "name",
    "in",
    "schema",
    "content",
    "get",
    "200",
    "default",
    "description",
    "Foo Bar",
    "https://a.b/c",
)


def places(value: Any, keys: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in inner:
        yield (*keys, key)
        if isinstance(item, dict | list):
            yield from places(item, (*keys, key))


def mutated(draw: Random) -> dict[str, Any]:
    """Return the document with a value or two replaced, added or removed."""
    document = copy.deepcopy(DOCUMENT)
    document["openapi"] = draw.choice(["3.1.0", "3.0.3", "3.2.0"])
    for _ in range(draw.randint(1, 2)):
        *above, last = draw.choice([place for place in places(document) if place[0] != "openapi"])
        holder: Any = document
        for key in above:
            holder = holder[key]
        change = draw.choice(["replace", "add", "remove"])
        if change == "remove":
            del holder[last]
        elif change == "add" and isinstance(holder, dict):
            holder[draw.choice(KEYS)] = draw.choice(VALUES)
        else:
            holder[last] = draw.choice(VALUES)
    return document


@pytest.mark.parametrize(("seed", "tries"), [(0, 20), *(slow(seed, 60) for seed in range(4))])
def test_the_faults_are_those_of_the_whole_document(
    seed: int, tries: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw, path, found = Random(seed), tmp_path / "openapi.json", 0

    def whole(_: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
        return data

    def checked(refused: Callable[..., Any]) -> list[str]:
        monkeypatch.setattr("clientsmith.validate.structure.refused_part", refused)
        try:
            return [str(each) for each in check(read(path))]
        except Exception as problem:  # the same, then, whichever way it is checked
            return [repr(problem)]

    for _ in range(tries):
        path.write_text(json.dumps(mutated(draw)))
        expected = checked(whole)
        assert checked(refused_part) == expected
        found += bool(expected)
    assert found > tries // 2


def test_what_fits_is_left_out() -> None:
    schema = openapi_schema("3.1")
    assert refused_part(schema, DOCUMENT) is None
    document = copy.deepcopy(DOCUMENT)
    document["paths"]["/b"]["get"]["responses"] = {"204": {"description": 1}}
    document["info"]["title"] = 2
    refused = refused_part(schema, document)
    assert refused is not None
    assert list(refused["paths"]) == ["/b"]
    assert not refused["webhooks"]
    assert refused["components"] == {"responses": {}, "schemas": {}, "securitySchemes": {}}


@pytest.mark.parametrize(
    ("section", "name"),
    [
        (("paths",), "https://a.b/c"),
        (("paths",), "b"),
        (("components", "schemas"), "Foo Bar"),
        (("components",), "examples!"),
    ],
)
def test_a_faulty_name_is_reported(section: tuple[str, ...], name: str, tmp_path: Path) -> None:
    document = copy.deepcopy(DOCUMENT)
    holder: Any = document
    for key in section:
        holder = holder[key]
    holder[name] = {}
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(document))
    try:
        found = check(read(path))
    except ClientsmithError as problem:
        found = problem.diagnostics
    assert name in " ".join(each.message for each in found)


def test_what_it_cannot_read_is_checked_as_a_whole() -> None:
    deep: Any = {}
    for _ in range(400):
        deep = {"x-a": deep}
    for odd in (deep, {1: 2}):
        document = {**DOCUMENT, "x-b": odd}
        assert refused_part(openapi_schema("3.1"), document) in (document, None)


@pytest.mark.parametrize("version", ["3.0", "3.1", "3.2"])
def test_each_kind_of_part_is_checked_alone(version: Any) -> None:
    schema = openapi_schema(version)
    right: dict[PartKind, Any] = {
        "path item": {"get": {"responses": {"200": {"description": ""}}}},
        "parameter": {"name": "a", "in": "query", "schema": {}},
        "request body": {"content": {"application/json": {}}},
        "response": {"description": ""},
        "header": {"schema": {}},
        "callback": {"{$request.body#/url}": {"get": {"responses": {"200": {"description": ""}}}}},
        "security scheme": {"type": "http", "scheme": "basic"},
    }
    for part, data in right.items():
        alone = quick_validator(schema_of_part_alone(schema, part))
        assert fits(alone, data), part
        assert not fits(alone, [data])
