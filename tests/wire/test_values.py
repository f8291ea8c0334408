"""Values of answers as the server sent them: of which JSON type, in which form, and which drift."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from ..tiers import examples
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


Ask = Callable[..., tuple[Any, list[tuple[str, str]]]]


@pytest.fixture(params=["sync", "async"])
def ask(request: pytest.FixtureRequest, server: Server, values: ModuleType) -> Ask:
    """Calls of the client of either kind: what they return for an answer, and the drift."""

    def call(answer: Any, act: Callable[[Any], Any], **settings: Any) -> Any:
        drifts: list[Any] = []
        server.will(json_answer(answer))
        settings = {"base_url": server.url, "on_drift": drifts.append, **settings}

        async def run() -> Any:
            async with values.AsyncValues(**settings) as client:
                return await act(client)

        if request.param == "async":
            read = asyncio.run(run())
        else:
            with values.Values(**settings) as client:
                read = act(client)
        return read, [(drift.pointer, drift.problem) for drift in drifts]

    return call


def _same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and one == other


KEPT = "invalid-value"
JSON_TYPES: list[tuple[str, Any, Any, str | None]] = [
    # The field, its value in JSON, what it is read as, and the problem that is reported.
    ("whole", 5, 5, None),
    ("whole", "5", "5", KEPT),
    ("whole", True, True, KEPT),
    # JSON Schema Validation, 6.1.1: a number without a fraction is an integer.
    ("whole", 5.0, 5, None),
    ("whole", 5.5, 5.5, KEPT),
    ("whole", [5], [5], KEPT),
    ("whole", {"a": 5}, {"a": 5}, KEPT),
    ("whole", 10**30, 10**30, None),
    # What may be text: `^-?(?:0|[1-9]\d*)$` says that it is a number all the same.
    ("lax", 5, 5, None),
    ("lax", "5", 5, None),
    ("lax", "-12345678901234567890", -12345678901234567890, None),
    ("lax", None, None, None),
    ("lax", "five", "five", KEPT),
    ("lax", "5.5", "5.5", KEPT),
    ("lax", "1_0", "1_0", KEPT),
    ("lax", " 5", " 5", KEPT),
    ("lax", "", "", KEPT),
    ("lax", True, True, KEPT),
    ("lax_part", 5.5, 5.5, None),
    ("lax_part", "5.5", 5.5, None),
    ("lax_part", "5", 5.0, None),
    ("lax_part", "NaN", "NaN", KEPT),
    ("code", "5", "5", None),
    ("code", 5, 5, None),
    ("part", 5, 5.0, None),
    ("part", 5.5, 5.5, None),
    ("part", "5", "5", KEPT),
    ("part", False, False, KEPT),
    ("flag", True, True, None),
    ("flag", 1, 1, KEPT),
    ("flag", 1.0, 1.0, KEPT),
    ("flag", "off", "off", KEPT),
    ("flag", "true", "true", KEPT),
    ("text", "5", "5", None),
    ("text", 5, 5, KEPT),
    ("text", True, True, KEPT),
    ("text", ["a"], ["a"], KEPT),
    ("level", 1, 1, None),
    ("level", 1.0, 1, None),
    ("level", 3, 3, "unknown-value"),
    ("level", True, True, KEPT),
    ("level", "1", "1", KEPT),
    ("either", 1, 1, None),
    ("either", True, True, None),
    ("either", "1", "1", KEPT),
    ("maybe", None, None, None),
    ("maybe", "1", "1", KEPT),
    ("id", "0f8fad5b-d9cb-469f-a165-70867728950e", "0f8fad5b-d9cb-469f-a165-70867728950e", None),
    ("id", "any text", "any text", None),
    ("id", 7, 7, KEPT),
]
_2026 = datetime(2026, 1, 31, 12, 30, 15, tzinfo=UTC)
FORMS: list[tuple[str, Any, Any, str | None]] = [
    ("at", "2026-01-31T12:30:15Z", _2026, None),
    ("at", "2026-01-31t12:30:15z", _2026, None),
    ("at", "2026-01-31T12:30:15.5Z", _2026.replace(microsecond=500_000), None),
    ("at", "2026-01-31T12:30:15.123456789Z", _2026.replace(microsecond=123_456), None),
    (
        "at",
        "2026-01-31T12:30:15-05:30",
        datetime(2026, 1, 31, 12, 30, 15, tzinfo=timezone(-timedelta(hours=5, minutes=30))),
        None,
    ),
    ("at", "2026-01-31T12:30:15-00:00", _2026, None),
    # Python cannot hold these.
    ("at", "2016-12-31T23:59:60Z", "2016-12-31T23:59:60Z", None),
    ("at", "2016-12-31T15:59:60.5-08:00", "2016-12-31T15:59:60.5-08:00", None),
    ("at", "0000-02-29T00:00:00Z", "0000-02-29T00:00:00Z", None),
    ("at", "2016-12-31T22:59:60Z", "2016-12-31T22:59:60Z", KEPT),
    ("at", "2016-12-31T23:58:60Z", "2016-12-31T23:58:60Z", KEPT),
    ("at", "2016-12-31T23:59:61Z", "2016-12-31T23:59:61Z", KEPT),
    ("at", "2016-12-31T23:59:60", "2016-12-31T23:59:60", KEPT),
    ("at", "0000-02-30T00:00:00Z", "0000-02-30T00:00:00Z", KEPT),
    ("at", "0000-01-01T00:00:00", "0000-01-01T00:00:00", KEPT),
    # Without an offset.
    ("at", "2026-01-31T12:30:15", _2026.replace(tzinfo=None), KEPT),
    ("at", "2026-01-31T12:30:15.5", _2026.replace(tzinfo=None, microsecond=500_000), KEPT),
    ("at", "12345", "12345", KEPT),
    ("at", 12345, 12345, KEPT),
    ("at", 1769862615.5, 1769862615.5, KEPT),
    ("at", "2026-01-31", "2026-01-31", KEPT),
    ("at", "2026-01-31 12:30:15Z", "2026-01-31 12:30:15Z", KEPT),
    ("at", "2026-01-31T12:30Z", "2026-01-31T12:30Z", KEPT),
    ("at", "2026-01-31T12:30:15+0100", "2026-01-31T12:30:15+0100", KEPT),
    ("at", "2026-01-31T24:00:00Z", "2026-01-31T24:00:00Z", KEPT),
    ("at", "2026-02-30T12:00:00Z", "2026-02-30T12:00:00Z", KEPT),
    ("at", "2026-01-31T12:30:15Z\n", "2026-01-31T12:30:15Z\n", KEPT),
    ("at", "٢٠٢٦-01-31T12:30:15Z", "٢٠٢٦-01-31T12:30:15Z", KEPT),
    ("at", "", "", KEPT),
    ("day", "2026-01-31", date(2026, 1, 31), None),
    ("day", "0000-01-31", "0000-01-31", None),
    ("day", "2026-02-30", "2026-02-30", KEPT),
    ("day", "2026-1-31", "2026-1-31", KEPT),
    ("day", "20260131", "20260131", KEPT),
    ("day", "2026-W05-6", "2026-W05-6", KEPT),
    ("day", "2026-01-31T00:00:00Z", "2026-01-31T00:00:00Z", KEPT),
    ("day", "12345", "12345", KEPT),
    ("day", 0, 0, KEPT),
    ("hour", "12:30:15Z", time(12, 30, 15, tzinfo=UTC), None),
    ("hour", "12:30:15", time(12, 30, 15), None),
    ("hour", "23:59:60Z", "23:59:60Z", None),
    ("hour", "12:30:60Z", "12:30:60Z", KEPT),
    ("hour", "12:30", "12:30", KEPT),
    ("hour", 45015, 45015, KEPT),
    ("term", "PT1H30M", timedelta(hours=1, minutes=30), None),
    ("term", "P1W", timedelta(weeks=1), None),
    ("term", "PT0.5S", timedelta(milliseconds=500), None),
    ("term", "P1Y", "P1Y", None),
    ("term", "P2M", "P2M", None),
    ("term", "P1Y2M10DT2H30M", "P1Y2M10DT2H30M", None),
    ("term", "P99999999999D", "P99999999999D", None),
    ("term", "P", "P", KEPT),
    ("term", "P1DT", "P1DT", KEPT),
    ("term", "1 day, 2:00:00", "1 day, 2:00:00", KEPT),
    ("term", "3600", "3600", KEPT),
    ("term", 3600, 3600, KEPT),
    ("data", "aGk=", b"hi", None),
    ("data", "a", "a", KEPT),
    ("data", 5, 5, KEPT),
    ("price", "12.50", Decimal("12.50"), None),
    ("price", "1e3", Decimal("1e3"), None),
    ("price", 12.5, 12.5, KEPT),
    ("price", "NaN", "NaN", KEPT),
    ("price", " 1_0", " 1_0", KEPT),
    ("big", "9223372036854775807", 2**63 - 1, None),
    ("big", "-1", -1, None),
    ("big", 42, 42, KEPT),
    ("big", "4.5", "4.5", KEPT),
    ("big", "1_000", "1_000", KEPT),
    ("big", True, True, KEPT),
]
CASES = [*JSON_TYPES, *FORMS]
NAMES = [f"{field}={value!r}" for field, value, _, _ in CASES]


@pytest.mark.parametrize(("field", "value", "expected", "problem"), CASES, ids=NAMES)
def test_a_value_is_what_the_server_said(
    values: ModuleType, field: str, value: Any, expected: Any, problem: str | None
) -> None:
    reading = import_runtime(values, "drift")
    for model in (values.models.Thing, values.models.Rate):
        loads = (
            import_runtime(values, "number_parsing").loads if model is values.models.Rate else None
        )
        reader = reading.Reader(model)
        # Beside what fits, beside what does not, and inside of others.
        for other in ({}, {"text": 0}, {"inner": {"text": 0}}):
            wire = {**other, field: value}
            read, drifts = _read(reader, wire, loads)
            if field not in other:
                assert _same(getattr(read, field), expected)
            reported = [(f"/{field}", problem)] if problem else []
            beside = [("/text", KEPT)] if "text" in other and field != "text" else []
            beside += [("/inner/text", KEPT)] if "inner" in other else []
            assert sorted(drifts) == sorted([*reported, *beside]) or field in other
        read, drifts = _read(reader, {"inner": {"inner": {field: value}}}, loads)
        assert _same(getattr(read.inner.inner, field), expected)
        assert drifts == ([(f"/inner/inner/{field}", problem)] if problem else [])


@given(st.lists(st.sampled_from(CASES), unique_by=lambda case: case[0]), st.integers(0, 3))
@settings(max_examples=examples(200), deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_value_is_read_alike_whatever_else_there_is(
    values: ModuleType, cases: list[tuple[str, Any, Any, str | None]], depth: int
) -> None:
    wire: dict[str, Any] = {field: value for field, value, _, _ in cases}
    for _ in range(depth):
        wire = {"inner": wire}
    read, drifts = _read(import_runtime(values, "drift").Reader(values.models.Thing), wire, None)
    for _ in range(depth):
        read = read.inner
    assert all(_same(getattr(read, field), expected) for field, _, expected, _ in cases)
    place = "/inner" * depth
    reported = [(f"{place}/{field}", problem) for field, _, _, problem in cases if problem]
    assert sorted(drifts) == sorted(reported)


def import_runtime(package: ModuleType, name: str) -> Any:
    return import_module(f"{package.__name__}._runtime.{name}")


def _read(reader: Any, wire: Any, loads: Any) -> tuple[Any, list[tuple[str, str]]]:
    """As `Decoder.value` does."""
    content = json.dumps(wire).encode()
    drifts: list[Any] = []
    try:
        value = reader.read(content, loads)
    except ValueError:
        value, drifts = reader.read_leniently(content, "GET /", loads)
    drifts += reader.observe(value, "GET /")
    return value, [(drift.pointer, drift.problem) for drift in drifts]


def test_what_is_kept_goes_out_as_it_came(values: ModuleType) -> None:
    reader = import_runtime(values, "drift").Reader(values.models.Thing)
    for field, value, expected, problem in CASES:
        if problem and not isinstance(expected, datetime) and (field, value) != ("big", 42):
            read, _ = _read(reader, {field: value}, None)
            assert read.to_dict() == {field: value}
            assert json.loads(read.to_json()) == {field: value}


@pytest.mark.parametrize(
    ("act", "answer", "found", "pointer"),
    [
        (lambda c: c.things.create(), {"whole": "5"}, lambda r: r.whole, "/whole"),
        (lambda c: c.rates.retrieve(), {"whole": "5"}, lambda r: r.whole, "/whole"),
        (lambda c: c.counts.list(), [1, "5"], lambda r: r[1], "/1"),
        (
            lambda c: c.things.list(),
            {"data": [{"whole": "5"}], "meta": {"total_pages": 1, "page_number": 1}},
            lambda r: r.data[0].whole,
            "/data/0/whole",
        ),
        (lambda c: c.things.create(), {"wholes": [1, "5"]}, lambda r: r.wholes[1], "/wholes/1"),
        (
            lambda c: c.things.create(),
            {"flags": {"a/b": "5"}},
            lambda r: r.flags["a/b"],
            "/flags/a~1b",
        ),
        (lambda c: c.things.create(), {"pair": ["5", "a"]}, lambda r: r.pair[0], "/pair/0"),
        (
            lambda c: c.things.create(),
            {"inner": {"whole": "5"}},
            lambda r: r.inner.whole,
            "/inner/whole",
        ),
        (
            lambda c: c.things.create(),
            {"open": {"x": {"level": "5"}}},
            lambda r: r.open.x.level,
            "/open/x/level",
        ),
        (
            lambda c: c.things.create(),
            {"pet": {"kind": "cat", "lives": "5"}},
            lambda r: r.pet.lives,
            "/pet/lives",
        ),
    ],
)
def test_a_value_of_another_type_is_kept_wherever_it_stands(
    ask: Ask, values: ModuleType, act: Any, answer: Any, found: Any, pointer: str
) -> None:
    read, drifts = ask(answer, act)
    assert found(read) == "5"
    assert drifts == [(pointer, KEPT)]
    with pytest.raises(values.APIResponseValidationError, match=pointer):
        ask(answer, act, strict_responses=True)


@pytest.mark.parametrize(
    ("answer", "pointer"),
    [
        ({"level": 3}, "/level"),
        ({"pair": [1, "c"]}, "/pair/1"),
        ({"inner": {"level": 3}}, "/inner/level"),
        ({"open": {"x": {"mood": "odd"}}}, "/open/x/mood"),
    ],
)
def test_an_unknown_value_is_reported_wherever_it_stands(
    ask: Ask, answer: Any, pointer: str
) -> None:
    read, drifts = ask(answer, lambda client: client.things.create())
    assert read.to_dict() == answer
    assert drifts == [(pointer, "unknown-value")]


def test_an_error_keeps_its_model_when_a_value_is_of_another_type(
    server: Server, values: ModuleType
) -> None:
    for body, code in (({"code": 5}, 5), ({"code": "5", "hint": "h"}, "5")):
        server.will(json_answer(body, 404))
        with (
            values.Values(base_url=server.url) as client,
            pytest.raises(values.NotFoundError) as failure,
        ):
            client.things.create()
        assert isinstance(failure.value.error, values.models.Problem)
        assert _same(failure.value.error.code, code)
    for body in ({"message": "from a gateway"}, ["code"], "code"):
        server.will(json_answer(body, 404))
        with (
            values.Values(base_url=server.url) as client,
            pytest.raises(values.NotFoundError) as failure,
        ):
            client.things.create()
        assert failure.value.error is None
        assert failure.value.body == body


def test_events_and_webhooks_keep_a_value_of_another_type(
    ask: Ask, server: Server, values: ModuleType, caplog: pytest.LogCaptureFixture
) -> None:
    body = json.dumps({"type": "thing.made", "thing": {"whole": "5", "new": 1}})
    with caplog.at_level(logging.DEBUG, values.__name__):
        payload = values.webhooks._RECEIVER.read(body, {})
    assert payload.thing.whole == "5"
    reported = [record.getMessage() for record in caplog.records if "drift" in record.getMessage()]
    assert len(reported) == 2
    assert "/thing/whole" in reported[0]
    assert "/thing/new" in reported[1]


def test_drift_is_a_line_of_the_log_without_its_value(
    ask: Ask, values: ModuleType, caplog: pytest.LogCaptureFixture
) -> None:
    answer = {"whole": "s3cret", "pet": {"lives": 9, "kind": "cat", "new\nfield": "s3cret"}}
    with caplog.at_level(logging.DEBUG, values.__name__):
        ask(answer, lambda client: client.things.create(), on_drift=None)
    lines = [record.getMessage() for record in caplog.records if "drift" in record.getMessage()]
    assert lines == [
        "drift: POST /things /whole input should be a valid integer",
        "drift: POST /things /pet/new\\nfield is not a field that the document knows",
    ]
    caplog.clear()
    with caplog.at_level(logging.INFO, values.__name__):
        ask(answer, lambda client: client.things.create(), on_drift=None)
    assert not any("drift" in record.getMessage() for record in caplog.records)


def test_an_error_that_lacks_a_required_field_is_a_line_of_the_log(
    server: Server, values: ModuleType, caplog: pytest.LogCaptureFixture
) -> None:
    server.will(json_answer({}, 404))
    with (
        caplog.at_level(logging.DEBUG, values.__name__),
        values.Values(base_url=server.url) as client,
        pytest.raises(values.NotFoundError),
    ):
        client.things.create()
    assert "drift: POST /things /code is required but was not sent" in caplog.messages


def test_models_that_a_user_builds(values: ModuleType) -> None:
    thing = values.models.Thing
    own = thing(
        whole=5,
        part=5,
        at=_2026,
        day=date(2026, 1, 31),
        hour=time(12),
        term=timedelta(days=1),
        data=b"hi",
        price=Decimal("1.5"),
        big=42,
        wholes=(1, 2),
        inner={"whole": 1},
    )
    assert (own.at, own.big, own.price, own.inner.whole) == (_2026, 42, Decimal("1.5"), 1)
    assert thing.model_validate(own.to_dict()) == own
    assert thing.model_validate_json(own.to_json()) == own
    assert values.models.Rate(rate=Decimal("0.1")).rate == Decimal("0.1")
    exact = values.models.Rate(rate=Decimal("0.10000000000000000001"))
    assert values.models.Rate.model_validate_json(exact.to_json()) == exact
    for wrong in ({"whole": "5"}, {"whole": True}, {"flag": 1}, {"at": 5}, {"at": "2026-01-31"}):
        with pytest.raises(ValueError, match=next(iter(wrong))):
            thing(**wrong)
    fields = thing.model_json_schema()["$defs"]["Thing"]["properties"]
    assert fields["whole"]["anyOf"] == [{"type": "integer"}, {"type": "null"}]
    assert fields["at"]["anyOf"][0]["type"] == "string"
