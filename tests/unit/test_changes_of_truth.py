"""Breaks that programs met and no report had: `make change-oracle` found each of them."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from clientsmith import pipeline
from clientsmith.changes import Report
from clientsmith.config import ad_hoc_target

from .test_changes import BASE, answer, schema

Json = dict[str, Any]


def report_of(folder: Path, old: Json, new: Json) -> Report:
    targets = []
    for name, document in (("old", old), ("new", new)):
        path = folder / f"{name}.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        targets.append(ad_hoc_target(path, "client", "Client", folder))
    report, _ = pipeline.diff(*targets, is_cached=False)
    return report


def with_errors(*statuses: str, model: str = "Owner") -> Json:
    """Return a document whose GET of a pet describes errors of these statuses."""
    document = copy.deepcopy(BASE)
    errors = document["paths"]["/pets/{id}"]["get"]["responses"]
    for status in statuses:
        errors[status] = answer(model)["200"]
    return document


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (("404",), (), ["the body of error responses is not described any more"]),
        (("404",), ("default",), []),
        (("404",), ("4XX",), []),
        (("default",), ("404",), []),
        (("default",), ("404", "409"), []),
    ],
)
def test_an_error_that_is_described_no_more(
    before: tuple[str, ...], after: tuple[str, ...], expected: list[str], tmp_path: Path
) -> None:
    report = report_of(tmp_path, with_errors(*before), with_errors(*after))
    assert [each.what for each in report.changes if each.kind.breaks] == expected


def test_each_error_is_compared_with_the_one_that_took_its_place(tmp_path: Path) -> None:
    old, new = with_errors("404", "409"), with_errors("4XX")
    old["paths"]["/pets/{id}"]["get"]["responses"]["409"] = answer("Home")["200"]
    report = report_of(tmp_path, old, new)
    breaks = [(each.call, each.what) for each in report.changes if each.kind.breaks]
    assert breaks == [
        ("client.pets.retrieve()", "the body of error 409 is of another type"),
        ("models.Home", "is gone"),
    ]


@pytest.mark.parametrize("before", [("401", "404", "default"), ("default",), ("4XX",)])
def test_one_status_of_several_with_another_body(before: tuple[str, ...], tmp_path: Path) -> None:
    old, new = with_errors(*before), with_errors(*before)
    new["paths"]["/pets/{id}"]["get"]["responses"]["404"] = answer("Home")["200"]
    report = report_of(tmp_path, old, new)
    changes = [(each.call, each.what) for each in report.changes if each.kind.breaks]
    assert changes == [("client.pets.retrieve()", "the body of error 404 is of another type")]


def test_another_model_of_an_error_breaks_those_who_ask_for_the_old_one(tmp_path: Path) -> None:
    old, new = with_errors("404"), with_errors("404", model="Problem")
    for document in (old, new):
        # Both models stay, since other calls have them.
        extra = {"color": {"type": "string"}, **schema(document, "Owner")["properties"]}
        document["components"]["schemas"]["Problem"] = {"type": "object", "properties": extra}
        document["paths"]["/pets"]["post"]["responses"]["409"] = answer("Problem")["200"]
    report = report_of(tmp_path, old, new)
    changes = [(each.kind.value, each.call, each.what) for each in report.changes]
    assert [each for each in changes if each[0] != "adds"] == [
        (
            "breaks-run-time",
            "client.pets.retrieve()",
            "the body of error responses is of another model",
        )
    ]


def test_an_integer_that_becomes_a_number_is_read_as_another_value(tmp_path: Path) -> None:
    new = copy.deepcopy(BASE)
    schema(new, "Pet")["properties"]["age"] = {"type": "number"}
    report = report_of(tmp_path, BASE, new)
    assert [(each.kind.value, each.call, each.what) for each in report.changes] == [
        ("breaks-run-time", "models.Pet.age", "is of another type")
    ]


def test_a_pattern_that_its_own_example_does_not_match_is_one_for_a_server(tmp_path: Path) -> None:
    old, new = copy.deepcopy(BASE), copy.deepcopy(BASE)
    for document in (old, new):
        schema(document, "Home")["properties"]["city"]["example"] = "321654"
    schema(new, "Home")["properties"]["city"]["pattern"] = "^[A-Z]{3}$"
    report = report_of(tmp_path, old, new)
    assert [(each.kind.value, each.call, each.what) for each in report.changes] == [
        ("breaks-run-time", "params.Home.city", "takes fewer values")
    ]


TEXT: Json = {"type": "string"}


def with_union(kind: str = "anyOf", *, other: str = "at", at: Json = TEXT) -> Json:
    """Return a document whose body has a union of `{"at": …}` and `{other: text, "by": text}`."""
    document = copy.deepcopy(BASE)
    for name, needed, properties in (
        ("Moment", "at", {"at": at}),
        ("Visit", other, {other: TEXT, "by": TEXT}),
    ):
        one = {"type": "object", "properties": properties, "required": [needed]}
        document["components"]["schemas"][name] = copy.deepcopy(one)
    members = [{"$ref": f"#/components/schemas/{name}"} for name in ("Moment", "Visit")]
    body = document["paths"]["/pets"]["post"]["requestBody"]["content"]["application/json"]
    body["schema"] = {"type": "object", "properties": {"what": {kind: members}}}
    return document


DATE_TIME = {"type": "string", "format": "date-time"}


@pytest.mark.parametrize("kind", ["anyOf", "oneOf"])
def test_what_another_member_of_a_union_takes_breaks_no_call(kind: str, tmp_path: Path) -> None:
    report = report_of(tmp_path, with_union(kind), with_union(kind, at=DATE_TIME))
    assert [(each.kind.value, each.call, each.what) for each in report.changes] == [
        ("breaks-types", "params.Moment.at", "takes other values")
    ]


def test_what_no_other_member_takes_is_a_break(tmp_path: Path) -> None:
    report = report_of(tmp_path, with_union(other="when"), with_union(other="when", at=DATE_TIME))
    assert [(each.kind.value, each.call) for each in report.changes] == [
        ("breaks-run-time", "params.Moment.at")
    ]


def test_where_a_property_selects_the_member_there_is_no_other(tmp_path: Path) -> None:
    documents = with_union(), with_union(at=DATE_TIME)
    for document in documents:
        body = document["paths"]["/pets"]["post"]["requestBody"]["content"]["application/json"]
        body["schema"]["properties"]["what"]["discriminator"] = {"propertyName": "kind"}
        for name in ("Moment", "Visit"):
            schema(document, name)["properties"]["kind"] = {"type": "string"}
            schema(document, name)["required"].append("kind")
    report = report_of(tmp_path, *documents)
    assert [(each.kind.value, each.call) for each in report.changes] == [
        ("breaks-run-time", "params.Moment.at")
    ]


def test_another_place_that_takes_the_member_alone_keeps_the_break(tmp_path: Path) -> None:
    documents = with_union(), with_union(at=DATE_TIME)
    for document in documents:
        body = document["paths"]["/pets"]["post"]["requestBody"]["content"]["application/json"]
        body["schema"]["properties"]["alone"] = {"$ref": "#/components/schemas/Moment"}
    report = report_of(tmp_path, *documents)
    assert [(each.kind.value, each.call) for each in report.changes] == [
        ("breaks-run-time", "params.Moment.at")
    ]


def test_a_field_that_the_client_refuses_is_a_break_at_run_time(tmp_path: Path) -> None:
    # `home.x` is not a field of the request: the client refuses what the document does not allow.
    old, new = copy.deepcopy(BASE), copy.deepcopy(BASE)
    schema(old, "Home")["unevaluatedProperties"] = {"type": "string"}
    report = report_of(tmp_path, old, new)
    assert [(each.kind.value, each.call, each.what) for each in report.changes] == [
        ("breaks-run-time", "params.Home", "takes no fields without a name here")
    ]
    schema(new, "Home")["additionalProperties"] = True
    report = report_of(tmp_path, old, new)
    assert not [each for each in report.changes if each.kind.value == "breaks-run-time"]
