"""What a change of the document changes in the client: the part it concerns, and the lists."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.tiers import slow

from clientsmith.config import Target, load_targets
from clientsmith.pipeline import make

ROOT = Path(__file__).parents[2]
LISTS = {"client.py"}
"""Beside each `__init__.py`, the files that list what a client has."""


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    path = ROOT / "specs/external_connections/openapi.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def before(document: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return files(document, tmp_path_factory.mktemp("before"))


def files(document: dict[str, Any], folder: Path) -> dict[str, str]:
    """The client of `document`, by the project's own configuration."""
    target = load_targets(ROOT)[0]
    place = folder / "openapi.yaml"
    place.write_text(json.dumps(document), encoding="utf-8")
    changed = Target(**{**target.model_dump(), "document": place, "lock": None, "output": folder})
    return make(changed).files


def first(mapping: dict[str, Any], key: str, value: object) -> dict[str, Any]:
    """`mapping` with a new entry in front."""
    return {key: value, **mapping}


def with_schema(document: dict[str, Any]) -> None:
    schema = {"type": "object", "properties": {"a": {"type": "string"}, "data": {"type": "object"}}}
    schemas = document["components"]["schemas"]
    document["components"]["schemas"] = first(schemas, "AaUnrelated", schema)
    ok = {"description": "One.", "content": {"application/json": {"schema": ref("AaUnrelated")}}}
    operation = {"operationId": "aaGet", "responses": {"200": ok}}
    document["paths"] = first(document["paths"], "/aa_unrelated", {"get": operation})


def with_operation(document: dict[str, Any]) -> None:
    """Another call whose inline answer has the property names that others have too."""
    data = {"type": "object", "properties": {"id": {"type": "string"}}}
    inline = {"type": "object", "properties": {"data": data, "success": {"type": "boolean"}}}
    ok = {"description": "Made.", "content": {"application/json": {"schema": inline}}}
    body = {"content": {"application/json": {"schema": copy.deepcopy(inline)}}}
    operation = {"operationId": "aaPost", "requestBody": body, "responses": {"201": ok}}
    document["paths"] = first(document["paths"], "/aa_things", {"post": operation})


def with_enum(document: dict[str, Any]) -> None:
    schema = {"type": "string", "enum": ["zoom", "operator_connect", "pending"]}
    schemas = document["components"]["schemas"]
    document["components"]["schemas"] = first(schemas, "AaStatus", schema)
    parameter = {"name": "status", "in": "query", "schema": ref("AaStatus")}
    nothing = {"204": {"description": "Nothing."}}
    operation = {"operationId": "aaList", "parameters": [parameter], "responses": nothing}
    document["paths"] = first(document["paths"], "/aa_statuses", {"get": operation})


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


@pytest.mark.parametrize("change", [with_schema, slow(with_operation), slow(with_enum)])
def test_what_is_unrelated_changes_only_lists(
    change: Any, document: dict[str, Any], before: dict[str, str], tmp_path: Path
) -> None:
    edited = copy.deepcopy(document)
    change(edited)
    after = files(edited, tmp_path)
    assert set(before) < set(after)
    for name, text in before.items():
        if name.endswith(".py") and Path(name).name != "__init__.py" and name not in LISTS:
            assert after[name] == text, name
        elif name.endswith((".py", ".md")):
            lost = set(text.splitlines()) - set(after[name].splitlines())
            assert not lost, f"{name} lost lines"
    rows = json.loads(before["coverage.json"])["operations"]
    assert all(row in json.loads(after["coverage.json"])["operations"] for row in rows)


def test_the_order_of_the_document_does_not_matter(
    document: dict[str, Any], before: dict[str, str], tmp_path: Path
) -> None:
    turned = copy.deepcopy(document)
    turned["paths"] = dict(reversed(turned["paths"].items()))
    for kind, parts in turned["components"].items():
        turned["components"][kind] = dict(reversed(parts.items()))
    after = files(turned, tmp_path)
    assert {name for name in before if before[name] != after[name]} <= {"coverage.json"}


def test_a_removed_operation_takes_its_own_files_along(
    document: dict[str, Any], before: dict[str, str], tmp_path: Path
) -> None:
    smaller = copy.deepcopy(document)
    del smaller["paths"]["/external_connections/{id}/locations/{location_id}"]
    after = files(smaller, tmp_path)
    assert set(before) - set(after) == {"models/location_response.py"}
