"""What the schemas of a document come to: values read and sent, reported and refused."""

from __future__ import annotations

import asyncio
import json
import warnings
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from .golden_client import Clients
from .server import Server, json_answer, serving


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(scope="module")
def package(clients: Clients) -> Clients:
    """The client of a golden case."""
    return clients


Call = Callable[..., tuple[Any, dict[str, Any], list[Any]]]


@pytest.fixture(params=["sync", "async"])
def create(request: pytest.FixtureRequest, server: Server, package: Any) -> Call:
    """`things.create`: what it returns for an answer, what it sends, and the drift it tells."""

    def call(case: str, title: str, answer: object, **arguments: Any) -> Any:
        drifts: list[Any] = []
        server.will(json_answer(answer))
        settings = {"base_url": server.url, "on_drift": drifts.append}
        module = package(case)

        async def run() -> Any:
            async with getattr(module, f"Async{title}")(**settings) as client:
                return await client.things.create(**arguments)

        if request.param == "async":
            read = asyncio.run(run())
        else:
            with getattr(module, title)(**settings) as client:
                read = client.things.create(**arguments)
        return read, json.loads(server.sent[-1].body), drifts

    return call


def test_enums_are_open_in_answers(create: Call) -> None:
    known = {
        "text": "a b",
        "number": 1,
        "mixed": True,
        "nullable": None,
        "only_null": None,
        "empty": "anything",
        "unquoted": "2.5",
        "share": 0.5,
        "many": ["x"],
        "fixed": "v1",
        "two": 2,
        "object": {"a": 1},
        "rows": {"a": [True]},
        "narrowed": "blue",
    }
    read, sent, drifts = create("enums", "Enums", known, **known)
    assert read.to_dict() == sent == known
    assert drifts == []
    read, _, drifts = create("enums", "Enums", {"text": "sideways", "many": ["x", "z"]})
    assert read.text == "sideways"
    assert read.many == ["x", "z"]
    assert [(drift.pointer, drift.problem) for drift in drifts] == [
        ("/text", "unknown-value"),
        ("/many/1", "unknown-value"),
    ]


def test_values_have_the_names_that_the_document_gives_them(create: Call, package: Any) -> None:
    models = package("enums").models
    level, named, oddly = models.Level, models.ThingNamed, models.ThingOddly
    assert (level.LOW, level.HIGH, named.ON, named.OFF) == (0, 1, 1, 2)
    assert {name: value for name, value in vars(oddly).items() if name.isupper()} == {
        "NONE": "a",
        "NONE_2": "b",
        "N_2ND_THING": "c",
    }
    given = {"number": level.LOW, "named": named.OFF}
    read, sent, drifts = create("enums", "Enums", {"number": 1}, **given)
    assert read.number == level.HIGH
    assert sent == {"number": 0, "named": 2}
    assert drifts == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": "sideways"},
        {"number": 3},
        {"narrowed": "green"},
        {"fixed": "v2"},
        {"share": 0.7},
        {"object": {"a": 2}},
        {"rows": [1]},
        {"rows": {"b": [True]}},
    ],
)
def test_enums_are_closed_in_requests(create: Call, package: Any, wrong: dict[str, Any]) -> None:
    with pytest.raises(package("enums").RequestValidationError, match=next(iter(wrong))):
        create("enums", "Enums", {}, **wrong)


def test_values_with_a_format(create: Call) -> None:
    wire = {
        "at": "2026-01-31T12:00:00Z",
        "day": "2026-01-31",
        "hour": "12:30:00",
        "length": "PT1H30M",
        "data": "+/8=",
        "encoded": "aGk=",
        "price": "12345678901234567890.10",
        "share": 0.1,
        "big": "9223372036854775807",
        "sized": "2026-01-31",
        "days": ["aGk="],
        "date": None,
    }
    read, sent, drifts = create("formats", "Formats", wire, **wire)
    assert sent == wire
    assert drifts == []
    assert read.at == datetime(2026, 1, 31, 12, tzinfo=UTC)
    assert read.day == date(2026, 1, 31)
    assert read.hour == time(12, 30)
    assert read.length == timedelta(hours=1, minutes=30)
    assert read.data == b"\xfb\xff"
    assert read.encoded == b"hi"
    assert read.price == Decimal("12345678901234567890.10")
    assert read.share == Decimal("0.1")
    assert read.days == [b"hi"]
    assert read.to_dict()["data"] == "+/8="
    # What was read is sent again as it came.
    _, sent, _ = create("formats", "Formats", {}, **{name: getattr(read, name) for name in wire})
    assert sent == wire


def test_a_value_without_its_format_is_kept(create: Call) -> None:
    wire = {"length": "1 hour", "data": "not base64!", "price": "much", "at": "soon"}
    read, _, drifts = create("formats", "Formats", wire)
    assert read.to_dict() == wire
    assert sorted(drift.pointer for drift in drifts) == ["/at", "/data", "/length", "/price"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"length": "1 hour"},
        {"data": "not base64!"},
        {"price": "much"},
        {"v4": "1.2.3"},
        {"mail": "nobody"},
        {"id": "1"},
        {"bare": "today"},
        {"big": "1.5"},
        {"big": True},
        {"share": "1.5"},
        {"bounded": Decimal("0.001")},
        {"bounded": Decimal("10.01")},
        {"sized": "2026-1-1"},
    ],
)
def test_a_format_is_checked_before_it_is_sent(
    create: Call, package: Any, wrong: dict[str, Any]
) -> None:
    with pytest.raises(package("formats").RequestValidationError, match=next(iter(wrong))):
        create("formats", "Formats", {}, **wrong)


def test_what_is_read_only_is_not_sent_and_what_is_write_only_not_read(
    create: Call, package: Any
) -> None:
    answer = {
        "id": "1",
        "name": "a",
        "part": {"number": 1, "size": 2},
        "parts": [{"number": 3}],
        "made": "2026-01-31",
        "log": {"lines": ["b"]},
    }
    given: dict[str, Any] = {"secret": "s", "part": {"pin": "p"}, "key": {"bits": 8}}
    with pytest.warns(DeprecationWarning, match="'name'"):
        read, sent, drifts = create("read_write", "ReadWrite", answer, name="a", **given)
    assert sent == {"name": "a", **given}, "a default was sent, or something was lost"
    assert drifts == []
    assert read.part.number == 1
    assert read.log.lines == ["b"]
    assert not hasattr(read, "secret")
    error = package("read_write").RequestValidationError
    wrong = {**given, "part": {"pin": "p", "number": 1}}
    with warnings.catch_warnings(action="ignore"), pytest.raises(error, match="number"):
        create("read_write", "ReadWrite", answer, name="a", **wrong)
    with warnings.catch_warnings(action="ignore"), pytest.raises(TypeError, match="made"):
        create("read_write", "ReadWrite", answer, name="a", made="2026-01-31", **given)


def test_what_is_deprecated_warns_at_the_line_of_the_call(server: Server, package: Any) -> None:
    server.will(json_answer([]))
    module = package("read_write")

    def sync() -> None:
        with module.ReadWrite(base_url=server.url) as client:
            client.things.list(page=1)
            client.things.with_raw_response.list(size=3)
            with client.things.with_streaming_response.list():
                pass

    async def asynchronous() -> None:
        async with module.AsyncReadWrite(base_url=server.url) as client:
            await client.things.list(page=1)
            await client.things.with_raw_response.list(size=3)
            async with client.things.with_streaming_response.list():
                pass

    operation, argument = "things.list is deprecated", "the argument 'size' is deprecated"
    for act in (sync, lambda: asyncio.run(asynchronous())):
        with warnings.catch_warnings(record=True) as reported:
            warnings.simplefilter("always")
            act()
        assert [str(warning.message) for warning in reported] == [
            operation,
            operation,
            argument,
            operation,
        ]
        assert {warning.category for warning in reported} == {DeprecationWarning}
        assert {warning.filename for warning in reported} == {__file__}


def test_what_is_composed(create: Call, package: Any) -> None:
    wire = {
        "id": "1",
        "status": "up",
        "size": 3,
        "address": {"city": "Rome", "zip": "1"},
        "labels": {"name": "a", "since": "2026-01-31"},
        "counts": {"a": 1},
        "matched": {"x-a": 2},
        "pair": ["a", {"id": "2"}],
        "row": [1, "b", "c"],
        "when": {"kind": "a", "more": "b"},
        "schema": "s",
        "model_config": "m",
        "__init__": "i",
        "class": "c",
        "a-b": "1",
        "a_b": "2",
        "1st": "f",
        "paid": {"card": "c", "bill": "b"},
        "has": ["a", 1],
        "sealed": {"id": "3", "seal": "wax"},
        "spare": {"name": "tyre", "left": 1},
        "any_items": [1, "a", None],
        "no_items": [],
        "distinct": [1, True, "1", [1], {"a": 1, "b": 2}],
        "few": {"a": 1},
        "due": "2026-01-31",
        "Labels": "l",
        "int": 3,
    }
    renamed = {"__init__": "init", "class": "class_", "a-b": "a_b_2", "1st": "n_1st"}
    renamed["Labels"] = "labels_2"
    given = {renamed.get(name, name): value for name, value in wire.items()}
    given["pair"] = ("a", {"id": "2"})
    read, sent, drifts = create("composition", "Composition", wire, **given)
    assert sent == wire
    assert drifts == []
    models = package("composition").models
    assert read.address.city == "Rome"
    assert read.labels.additional_properties == {"since": date(2026, 1, 31)}
    assert (read.paid.bill, read.sealed.seal, read.sealed.id) == ("b", "wax", "3")
    assert read.spare.additional_properties == {"left": 1}
    assert read.pair == ("a", models.Base(id="2"))
    assert read.row == (1, "b", "c")
    assert (read.schema_, read.init, read.class_, read.a_b_2, read.a_b) == (
        "s",
        "i",
        "c",
        "1",
        "2",
    )
    assert json.loads(read.to_json()) == wire


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        ({"pair": ["a", {"size": "big"}]}, "/pair/1/size"),
        ({"pair": ["a"]}, "/pair"),
        ({"row": [1, 2]}, "/row/1"),
        ({"labels": {"name": "a", "since": "soon"}}, "/labels/since"),
        ({"spare": {"left": "one"}}, "/spare/left"),
    ],
)
def test_a_fault_in_what_is_composed(create: Call, wrong: dict[str, Any], pointer: str) -> None:
    read, _, drifts = create("composition", "Composition", {"id": "1", **wrong}, id="1")
    assert [drift.pointer for drift in drifts] == [pointer]
    assert json.loads(read.to_json()) == {"id": "1", **wrong}


@pytest.mark.parametrize(
    "wrong",
    [
        {"size": 1},
        {"size": 10},
        {"label": "longer"},
        {"limited": ""},
        {"status": "down"},
        {"sealed": {"x": 1}},
        {"no_items": [1]},
        {"distinct": [1, 1.0]},
        {"distinct": [{"a": 1, "b": 2}, {"b": 2, "a": 1}]},
        {"distinct": [1, 2, 3, 4, 5, 6]},
        {"few": {}},
        {"few": {"a": 1, "b": 2, "c": 3}},
    ],
)
def test_the_narrower_limit_counts(create: Call, package: Any, wrong: dict[str, Any]) -> None:
    with pytest.raises(package("composition").RequestValidationError, match=next(iter(wrong))):
        create("composition", "Composition", {}, id="1", **wrong)


def test_nullable_of_openapi_3_0(create: Call, package: Any) -> None:
    nulls = dict.fromkeys(
        ["plain", "beside_ref", "beside_all_of", "merged", "by_itself", "either", "level", "items"]
    )
    read, sent, drifts = create("nullable", "Nullable", nulls, **nulls)
    assert read.to_dict() == sent == nulls
    assert drifts == []
    part = {"name": "a"}
    wire = {
        "plain": "b",
        "beside_ref": part,
        "beside_all_of": part,
        "merged": {**part, "size": 1},
        "by_itself": part,
        "either": part,
        "level": "low",
        "items": [1, None],
        "above": 4,
    }
    read, sent, drifts = create("nullable", "Nullable", wire, **wire)
    assert read.to_dict() == sent == wire
    assert drifts == []
    models = package("nullable").models
    assert type(read.beside_ref) is type(read.beside_all_of) is type(read.either) is models.Part
    assert read.merged.size == 1
    for wrong in ({"above": 3}, {"above": None}, {"beside_ref": "a"}):
        with pytest.raises(package("nullable").RequestValidationError, match=next(iter(wrong))):
            create("nullable", "Nullable", {}, **wrong)
