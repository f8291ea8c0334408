"""Unions whose members give their `type` in every shape: a name, a list of names, or not at all."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from tests.tiers import examples, slow

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


def document_of(properties: dict[str, Any]) -> dict[str, Any]:
    """Return a document whose one operation has these schemas in its request and its answer."""
    schema = {"type": "object", "properties": properties}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/All"}}}
    parameters = [
        {"name": name, "in": "query", "schema": pair}
        for name, pair in list(properties.items())[::7]
    ]
    operation = {
        "parameters": parameters,
        "requestBody": {"content": content},
        "responses": {"200": {"description": "All.", "content": content}},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "A", "version": "1"},
        "paths": {"/a": {"post": operation}},
        "components": {
            "schemas": {"All": schema, "Both": {"type": ["string", "null"], "format": "date"}}
        },
    }


@pytest.mark.parametrize("keyword", [slow("oneOf"), "anyOf"])
def test_every_pair_of_shapes_can_be_joined(keyword: str, tmp_path: Path) -> None:
    pairs = {
        f"p{number}": {keyword: list(pair)} for number, pair in enumerate(product(MEMBERS, MEMBERS))
    }
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(document_of(pairs)))
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


NAMES = ("string", "integer", "number", "boolean", "null", "array", "object")
TYPES = st.sampled_from(NAMES) | st.lists(st.sampled_from(NAMES), max_size=4, unique=True)
OTHERS: dict[str, st.SearchStrategy[Any]] = {
    "type": TYPES,
    "enum": st.lists(st.sampled_from(["a", "b", 1, 2.5, None]), min_size=1, unique=True),
    "const": st.sampled_from(["a", 1, None, True]),
    "format": st.sampled_from(["date", "int64", "binary", "uuid"]),
    "pattern": st.just("^[0-9]+$"),
    "title": st.sampled_from(["T", "U"]),
    "items": st.just({"type": ["string", "integer"]}),
    "properties": st.sampled_from([{"x": {"type": ["string", "null"]}}, {"k": {"const": "a"}}]),
    "additionalProperties": st.sampled_from([True, False, {"type": ["integer", "string"]}]),
}
REFERENCE = st.builds(dict, st.just({"$ref": "#/components/schemas/Both"}))
ANY_SCHEMA: st.SearchStrategy[Any] = st.recursive(
    st.fixed_dictionaries({}, optional=OTHERS) | REFERENCE | st.booleans(),
    lambda inner: st.builds(
        lambda keyword, members, own: {keyword: members, **own},
        st.sampled_from(["oneOf", "anyOf", "allOf"]),
        st.lists(inner, min_size=1, max_size=3),
        st.fixed_dictionaries({}, optional={"type": TYPES}),
    ),
    max_leaves=6,
)


@settings(max_examples=examples(20), deadline=None)
@given(schemas=st.lists(ANY_SCHEMA, min_size=1, max_size=6))
def test_a_client_is_made_of_any_union(
    schemas: list[Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp()
    path = folder / "union.json"
    path.write_text(json.dumps(document_of({f"p{at}": each for at, each in enumerate(schemas)})))
    # What is no schema at all, such as an enum without values, is left out and reported.
    target = ad_hoc_target(path, "unions", None, folder).model_copy(update={"lenient": True})
    for name, text in make(target).files.items():
        if name.endswith(".py"):
            compile(text, name, "exec")


@pytest.mark.parametrize(
    ("members", "expected", "is_said"),
    [
        ([{"type": "number"}, {"type": "boolean"}], "float | bool | None = None", True),
        ([{"$ref": "#/components/schemas/Word"}], "str | None = None", True),
        # Null itself is all that is left of these.
        ([{"type": "number"}, {"type": "null"}], "None = None", False),
        ([{"type": "number"}, {}], "None = None", False),
        ([{"$ref": "#/components/schemas/Both"}], "None = None", False),
    ],
)
def test_null_beside_a_union_is_nullable(
    members: list[Any], expected: str, is_said: bool, tmp_path: Path
) -> None:
    document = document_of({"p": {"type": "null", "oneOf": members}})
    document["components"]["schemas"]["Word"] = {"type": "string"}
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(document))
    client = make(ad_hoc_target(path, "unions", None, tmp_path))
    model = client.files["models/all.py"]
    assert f"p: {expected}" in model or (not is_said and "p:" in model)
    causes = [cause.text for cause in client.tally.causes]
    assert any("`type: null` beside a union" in cause for cause in causes) == is_said
