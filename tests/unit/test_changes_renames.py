"""What was renamed or moved is reported as that, and what many calls share as one change."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from clientsmith import pipeline
from clientsmith.changes import Report
from clientsmith.config import ad_hoc_target

from .test_changes import BASE, answer, report_of

Found = list[tuple[str, str, str]]


def found(report: Report) -> Found:
    return [(each.kind.value, each.call, each.what) for each in report.changes]


def wide() -> dict[str, Any]:
    """A document with six resources, each with a list that has errors of one shape."""
    document = copy.deepcopy(BASE)
    schemas = document["components"]["schemas"]
    schemas["Fault"] = {
        "type": "object",
        "required": ["code"],
        "properties": {"code": {"type": "integer"}, "text": {"type": "string"}},
    }
    for name in ("ants", "bees", "cats", "dogs", "elks", "foxes"):
        document["paths"][f"/v1/{name}"] = {
            "get": {
                "operationId": f"list{name.capitalize()}",
                "parameters": [{"name": "size", "in": "query", "schema": {"type": "integer"}}],
                "responses": {**answer("Pets"), "404": answer("Fault")["200"]},
            }
        }
    return document


def test_a_changed_error_model_is_one_change(tmp_path: Path) -> None:
    old, new = wide(), wide()
    new["components"]["schemas"]["Fault"]["properties"]["code"] = {"type": "string"}
    (change,) = report_of(old, new, tmp_path).changes
    assert (change.call, change.what) == ("models.Fault.code", "is of another type")
    assert len(change.calls) == 6


def test_another_error_model_is_one_change(tmp_path: Path) -> None:
    old, new = wide(), wide()
    new["components"]["schemas"]["Problem"] = {
        "type": "object",
        "properties": {"detail": {"type": "string"}},
    }
    for path, item in new["paths"].items():
        if path.startswith("/v1/"):
            item["get"]["responses"]["404"] = answer("Problem")["200"]
    changes = report_of(old, new, tmp_path).changes
    assert len(changes) <= 3
    assert all("error" in change.what or change.what == "is gone" for change in changes)


def test_an_argument_of_many_calls_is_one_change(tmp_path: Path) -> None:
    old, new = wide(), wide()
    for path, item in new["paths"].items():
        if path.startswith("/v1/"):
            item["get"]["parameters"][0]["required"] = True
    (change,) = report_of(old, new, tmp_path).changes
    assert (change.call, change.what) == ("client.*(size=)", "is required")
    assert change.calls[:2] == ("client.ants.list()", "client.bees.list()")
    assert len(change.calls) == 6


def test_four_calls_have_a_change_each(tmp_path: Path) -> None:
    old, new = wide(), wide()
    for name in ("ants", "bees", "cats", "dogs"):
        new["paths"][f"/v1/{name}"]["get"]["parameters"][0]["required"] = True
    assert len(report_of(old, new, tmp_path).changes) == 4


def test_calls_that_are_gone_are_named(tmp_path: Path) -> None:
    old, new = wide(), wide()
    for path in [path for path in new["paths"] if path.startswith("/v1/")]:
        del new["paths"][path]
    changes = report_of(old, new, tmp_path).changes
    assert sum(change.what == "is gone" for change in changes) >= 6


def moved(document: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    paths = document["paths"]
    document["paths"] = {path.replace(old, new, 1): item for path, item in paths.items()}
    return document


def test_a_path_that_moved_is_no_new_call(tmp_path: Path) -> None:
    report = report_of(wide(), moved(wide(), "/v1/", "/v2/"), tmp_path)
    assert not [each for each in report.changes if each.what in ("is gone", "is a new call")]
    (path,) = [each for each in report.changes if each.what == "is sent to another path"]
    assert (path.call, path.old, path.new) == ("client.*()", "/v1/…", "/v2/…")
    assert len(path.calls) == 6
    assert path.confidence == 1.0


def without_identifiers(document: dict[str, Any]) -> dict[str, Any]:
    for item in document["paths"].values():
        for key, operation in item.items():
            if key != "parameters":
                operation.pop("operationId", None)
    return document


def test_a_path_that_moved_without_operation_ids_is_found_by_likeness(tmp_path: Path) -> None:
    old = without_identifiers(copy.deepcopy(BASE))
    new = moved(copy.deepcopy(old), "/pets/{id}", "/animals/{id}")
    changes = report_of(old, new, tmp_path).changes
    assert {each.what for each in changes} == {"has another name", "is sent to another path"}
    assert all(0.75 <= each.confidence < 1 for each in changes)


def test_a_renamed_operation_id_is_no_new_call(tmp_path: Path) -> None:
    new = copy.deepcopy(BASE)
    new["paths"]["/pets"]["get"]["operationId"] = "allPets"
    assert found(report_of(BASE, new, tmp_path)) == []


def test_the_lock_keeps_the_call_of_an_operation_that_moved(tmp_path: Path) -> None:
    targets: list[Any] = []
    old = without_identifiers(copy.deepcopy(BASE))
    new = moved(copy.deepcopy(old), "/pets/{id}", "/zoo/animals/by-number/{id}")
    for name, document, path in (
        ("old", old, "/pets/{id}"),
        ("new", new, "/zoo/animals/by-number/{id}"),
    ):
        file, lock = tmp_path / f"{name}.json", tmp_path / f"{name}.lock"
        file.write_text(json.dumps(document))
        calls = {f"GET {path}": "pets.fetch", f"DELETE {path}": "pets.free"}
        lock.write_text(json.dumps({"operations": calls, "types": {}}))
        target = ad_hoc_target(file, "client", "Client", tmp_path)
        targets.append(target.model_copy(update={"lock": lock}))
    report, _ = pipeline.diff(*targets, is_cached=False)
    assert found(report) == [
        ("changes-what-is-sent", "client.pets.fetch()", "is sent to another path"),
        ("changes-what-is-sent", "client.pets.free()", "is sent to another path"),
    ]


def test_the_calls_of_an_operation_are_distinguished_by_media_type(tmp_path: Path) -> None:
    document = copy.deepcopy(BASE)
    content = document["paths"]["/pets"]["post"]["requestBody"]["content"]
    form = {"type": "object", "properties": {"name": {"type": "string"}}}
    content |= {
        "application/x-www-form-urlencoded": {"schema": {**form, "required": ["name"]}},
        "text/plain": {"schema": {"type": "string"}},
        "application/xml": {"schema": {"type": "string"}},
    }
    assert found(report_of(document, copy.deepcopy(document), tmp_path)) == []


@pytest.mark.parametrize("name", ["Home", "Owner"])
def test_a_renamed_schema_is_a_new_name(name: str, tmp_path: Path) -> None:
    text = json.dumps(BASE).replace(f"schemas/{name}", "schemas/Other")
    new = json.loads(text.replace(f'"{name}"', '"Other"'))
    (change,) = report_of(BASE, new, tmp_path).changes
    assert change.what == "has another name"
    assert change.new.endswith(".Other")
