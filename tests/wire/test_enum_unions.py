"""Unions that only enums tell apart, enums that only suggest, and schemas without a type."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from .golden_client import Clients
from .server import Server, json_answer, serving


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(scope="module")
def values(clients: Clients) -> ModuleType:
    package = clients("values")
    import_module(f"{package.__name__}.models")
    return package


Reported = list[tuple[str, str]]


@pytest.fixture
def ride(server: Server, values: ModuleType) -> Any:
    """`rides.retrieve`: what it returns for an answer, and the drift."""

    def call(answer: Any, **settings: Any) -> tuple[Any, Reported]:
        drifts: list[Any] = []
        server.will(json_answer(answer))
        with values.Values(base_url=server.url, on_drift=drifts.append, **settings) as client:
            read = client.rides.retrieve()
        return read, [(drift.pointer, drift.problem) for drift in drifts]

    return call


CAR = {"kind": "car", "seats": 4}
BUS = {"kind": "bus", "seats": 50}
UNKNOWN = "unknown-value"


@pytest.mark.parametrize("beside", [{}, {"plain": {"steps": "many"}}])
@pytest.mark.parametrize(
    ("field", "value", "name", "reported"),
    [
        ("vehicle", CAR, "Car", []),
        ("vehicle", BUS, "Bus", []),
        # A field that only another member has makes it none of that.
        ("vehicle", {**BUS, "doors": 4}, "Bus", [("/doors", "unknown-field")]),
        ("vehicle", {"kind": "tram", "seats": 80}, "Car", [("/kind", UNKNOWN)]),
        ("vehicle", {**BUS, "fuel": "steam"}, "Bus", [("/fuel", UNKNOWN)]),
        ("vehicle", {"kind": "bus"}, "Bus", [("/seats", "missing-field")]),
        ("vehicle", {"kind": "bus", "seats": "50"}, "Bus", [("/seats", "invalid-value")]),
        ("maybe", BUS, "Bus", []),
        ("any", BUS, "Bus", []),
        ("any", "bus", "str", []),
        ("event", {"data": {"items": [CAR]}}, "CarEvent", []),
        ("event", {"data": {"items": [BUS]}}, "BusEvent", []),
        ("event", {"data": {"items": [BUS, BUS]}, "name": "n"}, "BusEvent", []),
        ("event", {"name": "n"}, "CarEvent", []),
        ("several", {"kind": "cart"}, "Wheels", []),
        ("several", {"kind": "plane"}, "Wings", []),
        ("several", {"kind": "bird", "code": 2}, "Wings", []),
        ("several", {"kind": None}, "Wheels", []),
        ("several", {"code": 1}, "Wheels", []),
        ("several", {"code": 3}, "Wings", []),
        ("several", {"kind": "plane", "code": 1}, "Wheels", [("/kind", UNKNOWN)]),
        ("rules", {"sound": {"horn": "off", "radio": True}}, "Sound", [("/sound/horn", UNKNOWN)]),
        ("rules", {"locks": {"child": True}}, "Doors", []),
        ("plain", CAR, "Car", []),
        ("plain", {"steps": 3}, "Walk", []),
        # A member without an enum takes it strictly, and one with an enum only since that is open.
        (
            "plain",
            {"kind": "bus", "seats": 1, "steps": 3},
            "Walk",
            [("/kind", "unknown-field"), ("/seats", "unknown-field")],
        ),
        ("plain", {"kind": "bus", "seats": 1}, "Car", [("/kind", UNKNOWN)]),
    ],
)
def test_the_member_whose_enums_know_a_value_takes_it(
    ride: Any, field: str, value: Any, name: str, reported: Reported, beside: dict[str, Any]
) -> None:
    if field in beside:
        beside = {"size": 5}
    read, drifts = ride({**beside, field: value})
    assert type(getattr(read, field)).__name__ == name
    assert [item for item in drifts if item[0].startswith(f"/{field}")] == [
        (f"/{field}{pointer}", problem) for pointer, problem in reported
    ]


def test_such_a_union_wherever_it_stands(ride: Any, server: Server, values: ModuleType) -> None:
    models = values.models
    answer = {
        "vehicles": [CAR, BUS],
        "by_name": {"a": BUS, "b": CAR},
        "pair": [BUS],
        "rows": [BUS, BUS],
    }
    read, drifts = ride(answer, strict_responses=True)
    assert [type(each) for each in read.vehicles] == [models.Car, models.Bus]
    assert type(read.by_name["a"]) is type(read.pair[0]) is type(read.rows[1]) is models.Bus
    assert read.to_dict() == answer
    assert drifts == []
    _, drifts = ride({"rows": [BUS, {**BUS, "fuel": "steam"}], "pair": [{**BUS, "fuel": "steam"}]})
    assert sorted(drifts) == [("/pair/0/fuel", UNKNOWN), ("/rows/1/fuel", UNKNOWN)]
    server.will(json_answer([BUS, CAR]))
    with values.Values(base_url=server.url, strict_responses=True) as client:
        assert [type(each) for each in client.rides.all.list()] == [models.Bus, models.Car]


def test_a_user_builds_such_a_union(values: ModuleType) -> None:
    models = values.models
    bus = models.Bus(**BUS)
    assert models.Ride(vehicle=bus).vehicle is bus
    assert type(models.Ride(vehicle=BUS).vehicle) is models.Bus
    assert type(models.Ride.model_validate_json(json.dumps({"vehicle": BUS})).vehicle) is models.Bus
    assert models.Ride.model_json_schema()


@pytest.mark.parametrize(
    ("answer", "reported"),
    [
        ({"size": "small"}, []),
        ({"size": "enormous"}, []),
        ({"size": 5}, [("/size", "invalid-value")]),
        ({"sizes": ["small", "other"]}, []),
        ({"count": 7}, []),
        ({"count": "7"}, [("/count", "invalid-value")]),
        ({"when": "now"}, []),
        ({"when": "2026-01-31T12:00:00Z"}, []),
        ({"when": "later"}, [("/when", UNKNOWN)]),
    ],
)
def test_an_enum_beside_its_own_type_only_suggests(
    ride: Any, answer: Any, reported: Reported
) -> None:
    read, drifts = ride(answer)
    assert read.to_dict() == answer
    assert drifts == reported


@pytest.mark.parametrize(
    ("answer", "reported"),
    [
        ({"room": {"name": "Hall"}}, []),
        ({"room": "Hall"}, []),
        ({"room": 5}, []),
        ({"room": ["Hall"]}, []),
        ({"room": None}, []),
        ({"room": {"name": 5}}, [("/room/name", "invalid-value")]),
        ({"rooms": [{"name": "Hall"}]}, []),
        ({"rooms": {"name": "Hall"}}, []),
        ({"rooms": "Hall"}, []),
        ({"rooms": [5]}, []),
        ({"rooms": [{"name": 5}]}, [("/rooms/0/name", "invalid-value")]),
        ({"map": {"a": 1}}, []),
        ({"map": {"a": "1"}}, [("/map/a", "invalid-value")]),
        ({"map": [1]}, []),
        ({"pair": [1]}, []),
        ({"pair": 1}, []),
        ({"pair": ["1"]}, [("/pair/0", "invalid-value")]),
        ({"at": 5}, []),
        ({"at": "soon"}, [("/at", "invalid-value")]),
        ({"least": "five"}, []),
        ({"least": True}, []),
        ({"short": 5}, []),
        ({"closed": "Hall"}, [("/closed", "invalid-value")]),
        ({"closed": None}, [("/closed", "unexpected-null")]),
    ],
)
def test_a_schema_without_a_type_takes_values_of_other_types(
    server: Server, values: ModuleType, answer: Any, reported: Reported
) -> None:
    drifts: list[Any] = []
    for settings in ({"on_drift": drifts.append}, {} if reported else {"strict_responses": True}):
        server.will(json_answer(answer))
        with values.Values(base_url=server.url, **settings) as client:
            assert client.loose.retrieve().to_dict() == answer
    assert [(drift.pointer, drift.problem) for drift in drifts] == reported


def test_a_union_in_a_union_is_tried_once_for_each_value(values: ModuleType) -> None:
    """The work on a value that does not fit grows with its depth, and no faster."""
    drift = import_module(f"{values.__name__}._runtime.drift")
    thing: Any = values.models.Thing
    levels: list[int] = []
    for depth in (4, 8):
        value: Any = {"whole": "5"}
        for _ in range(depth):
            value = {"inner": value}
        walk = drift._Walk("GET /")
        walk.build(thing | values.models.Rate, value, "")
        levels.append(len(walk._tried))
        assert [each.pointer for each in walk.drifts] == ["/inner" * depth + "/whole"]
    assert levels == [1, 1]
