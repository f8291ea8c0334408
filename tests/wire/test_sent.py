"""What leaves is what the document allows: required properties, patterns, dates, files, headers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from types import ModuleType
from typing import Any

import pytest

from .golden_client import Clients, Face, faces
from .server import Answer, Server, json_answer, serving


@pytest.fixture(scope="module")
def package(clients: Clients) -> ModuleType:
    return clients("sent")


@pytest.fixture(params=["sync", "async"])
def face(request: pytest.FixtureRequest, package: ModuleType) -> Face:
    return faces(package, "Sent")[request.param == "async"]


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        server.will(Answer(204))
        yield server


NEEDED: dict[str, Any] = {"weight": 1, "destination": {"any": [1, None]}}


# Required properties that no schema describes


@pytest.mark.parametrize("value", ["Rome", 1, None, [1], {"a": 1}])
def test_a_required_property_without_a_schema_is_an_argument(
    face: Face, server: Server, value: object
) -> None:
    server.will(json_answer({"code": "AA/1", "sender": value}))
    drifts: list[Any] = []
    given = {"weight": 1.5, "destination": value, "lock": {"kind": value, "until": "noon"}}
    parcel = face.run(
        lambda client: client.parcels.create(**given),
        base_url=server.url,
        on_drift=drifts.append,
    )
    assert json.loads(server.sent[-1].body) == given
    assert (parcel.sender, drifts) == (value, [])


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"lock": {"until": "noon"}}, "`lock.kind` is required"),
        ({"box": {"width": 1, "height": 2, "x-own": 1, "depth": 3}}, "`box.colour` is required"),
        (
            {"box": {"width": 1, "height": 2, "x-own": "a", "depth": 3, "colour": None}},
            "`box.x-own` should be a valid integer",
        ),
    ],
)
def test_a_required_property_without_a_schema_has_to_be_given(
    face: Face, package: ModuleType, server: Server, wrong: dict[str, Any], said: str
) -> None:
    with pytest.raises(package.RequestValidationError, match=said):
        face.run(lambda client: client.parcels.create(**NEEDED, **wrong), base_url=server.url)
    assert not server.sent


def test_a_required_property_without_a_schema_that_an_answer_lacks_is_drift(
    face: Face, server: Server
) -> None:
    server.will(json_answer({"code": "AA/1"}))
    drifts: list[Any] = []
    face.run(
        lambda client: client.parcels.create(**NEEDED),
        base_url=server.url,
        on_drift=drifts.append,
    )
    assert [(drift.pointer, drift.problem) for drift in drifts] == [("/sender", "missing-field")]


# Patterns


@pytest.mark.parametrize(
    "given",
    [
        {"code": "AB/12", "codes": ["AB/1", "CD/2"]},
        {"labels": {"a": "1", "b": "123"}, "colour": None},
        {"colour": "#00ff00", "either": "axe"},
        {"either": "bat", "both": "ab", "day": "2026-01-31"},
        {"either": 5, "day": date(2025, 1, 31)},
        {"ahead": "x", "wrong": "A-1", "size": "S", "told": "a<b>"},
        {"note": "a_1"},
    ],
)
def test_a_text_that_matches_its_pattern_is_sent(
    face: Face, server: Server, given: dict[str, Any]
) -> None:
    server.will(json_answer({"code": "not AA/1", "sender": 1}))
    drifts: list[Any] = []
    parcel = face.run(
        lambda client: client.parcels.create(**NEEDED, **given),
        base_url=server.url,
        on_drift=drifts.append,
    )
    (sent,) = server.sent
    plain = {key: str(value) if key == "day" else value for key, value in given.items()}
    assert sent.headers.get("note") == plain.pop("note", None)
    assert json.loads(sent.body) == NEEDED | plain
    # What a server answers is its own business.
    assert (parcel.code, drifts) == ("not AA/1", [])


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (
            {"code": "ab/12"},
            r"`code` should be text that matches `^[A-Z]{2}\/[0-9]+$`, but received 'ab/12'",
        ),
        ({"code": "AB/12\n"}, "`code` should be text that matches"),
        ({"codes": ["AB/1", "AB1"]}, "`codes[1]` should be text that matches"),
        ({"labels": {"a": "\u0661"}}, r"`labels.a` should be text that matches `^\d+$`"),
        ({"labels": {"a": "1234"}}, "`labels.a` String should have at most 3 characters"),
        ({"colour": "#00FF00"}, "`colour` should be text that matches"),
        (
            {"either": "cat"},
            "`either` should be text that matches `^a` or text that matches `^b` or",
        ),
        ({"both": "b"}, "`both` should be text that matches `a`"),
        ({"both": "a"}, "`both` should be text that matches `b$`"),
        ({"day": "2025-01-31"}, "`day` should be text that matches `^2026-`"),
        ({"day": "soon"}, "`day` should be a date, such as 2026-01-31"),
        ({"told": "ab"}, "`told` should be text that matches `^(?<first>[a-z])<b>$`"),
        ({"size": "s"}, "`size` should be 'S' or 'M'"),
        ({"note": "a b"}, r"`note` should be text that matches `^\w+$`"),
        ({"count": 1.5}, "`count` should be a valid integer"),
        ({"code": 5}, "`code` should be a valid string"),
    ],
)
def test_a_text_that_breaks_its_pattern_is_refused(
    face: Face, package: ModuleType, server: Server, wrong: dict[str, Any], said: str
) -> None:
    with pytest.raises(package.RequestValidationError) as caught:
        face.run(lambda client: client.parcels.create(**NEEDED, **wrong), base_url=server.url)
    assert said in str(caught.value)
    assert not server.sent


def test_patterns_hold_in_paths_and_queries(
    face: Face, package: ModuleType, server: Server
) -> None:
    face.run(lambda client: client.parcels.retrieve("AB/1", fields=["a"]), base_url=server.url)
    assert server.sent[-1].target == "/parcels/AB%2F1?fields=a"
    for wrong in [("ab", ["a"]), ("AB/1", ["a", "B"])]:
        with pytest.raises(package.RequestValidationError, match="text that matches"):
            face.run(
                lambda client: client.parcels.retrieve(wrong[0], fields=wrong[1]),  # noqa: B023
                base_url=server.url,
            )


def test_without_checks_anything_is_sent(face: Face, server: Server) -> None:
    face.run(
        lambda client: client.parcels.retrieve("ab"), base_url=server.url, validate_requests=False
    )
    assert server.sent[-1].target == "/parcels/ab"


# Paths


def test_a_parameter_that_stands_twice_in_a_path_fills_both(face: Face, server: Server) -> None:
    face.run(
        lambda client: client.parcels.copies.retrieve("a/b", query_code="c"), base_url=server.url
    )
    assert server.sent[-1].target == "/parcels/a%2Fb/copies/a%2Fb?code=c"


# Open objects that have a property whose name is none in Python


def test_an_open_object_takes_further_properties(face: Face, server: Server) -> None:
    box = {"width": 1, "height": 2, "x-own": 1, "depth": 3, "colour": None, "x-more": 5}
    face.run(lambda client: client.parcels.create(**NEEDED, box=box), base_url=server.url)
    assert json.loads(server.sent[-1].body)["box"] == box
