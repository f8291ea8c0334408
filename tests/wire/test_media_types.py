"""Answers under a range of media types, under another than the document's, and as the
configuration says, over a real server."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from types import ModuleType
from typing import Any

import pytest

from .golden_client import Clients, Face, faces, gathered
from .server import Answer, Server, json_answer, serving


@pytest.fixture(scope="module")
def package(clients: Clients) -> ModuleType:
    return clients("answered")


@pytest.fixture(scope="module")
def events_package(clients: Clients) -> ModuleType:
    return clients("answers")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(params=("synchronous", "asynchronous"))
def face(package: ModuleType, request: pytest.FixtureRequest) -> Face:
    return faces(package, "Answered")[request.param == "asynchronous"]


@pytest.fixture(params=("synchronous", "asynchronous"))
def listener(events_package: ModuleType, request: pytest.FixtureRequest) -> Face:
    return faces(events_package, "Answers")[request.param == "asynchronous"]


def reported(
    face: Face, server: Server, act: Callable[[Any], Any], answer: Answer, **settings: Any
) -> tuple[Any, list[str]]:
    """What a call gives, and the problem of each drift that is reported."""
    server.will(answer)
    drifts: list[Any] = []
    settings = {"base_url": server.url, "max_retries": 0, "on_drift": drifts.append, **settings}
    return face.run(act, **settings), [drift.problem for drift in drifts]


def items(face: Face, server: Server, act: Callable[[Any], Any], answer: Answer) -> list[Any]:
    """The items of the stream that a call gives."""
    server.will(answer)

    async def aread(client: Any) -> Any:
        return await gathered(await act(client))

    read = aread if face.is_async else lambda client: list(act(client))
    return face.run(read, base_url=server.url, max_retries=0)


def typed(body: bytes, kind: str | None, status: int = 200) -> Answer:
    return Answer(status, body, {} if kind is None else {"Content-Type": kind})


def ranged(name: str) -> Callable[[Any], Any]:
    def act(client: Any) -> Any:
        methods = getattr(client.ranges, name)
        return methods.list() if name == "names" else methods.retrieve()

    return act


def order(client: Any) -> Any:
    return client.orders.retrieve("1")


PNG = b"\x89PNG\r\n\x1a\n\0\xff"
JSON, TEXT, OCTETS = "application/json", "text/plain", "application/octet-stream"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b'{"id": 5}', JSON),
        (b'{"id": 5}', "application/json; charset=utf-8"),
        (b'{"id": 5}', "application/hal+json"),
        (b'\xef\xbb\xbf{"id": 5}', JSON),
        (b' {"id": 5}\n', None),
        (b'{"id": 5}', TEXT),
        (b'{"id": 5}', "text/html"),
    ],
)
def test_json_under_a_range_is_of_the_type_of_the_schema(
    face: Face, server: Server, package: Any, body: bytes, kind: str | None
) -> None:
    for act in (order, ranged("beside"), ranged("wide")):
        value, drifts = reported(face, server, act, typed(body, kind), strict_responses=True)
        assert isinstance(value, package.models.Order)
        assert (value.id, drifts) == (5, [])


@pytest.mark.parametrize(
    ("body", "kind", "value", "problems"),
    [
        # What is no JSON is what it is, and drift beside a schema of an object.
        (b"busy", TEXT, "busy", ["no-json"]),
        (b"<p>Busy", "text/html", "<p>Busy", ["no-json"]),
        (
            "<?xml version='1.0' encoding='latin-1'?>für".encode("latin-1"),
            "application/xml",
            None,
            0,
        ),
        (b"busy", None, "busy", ["no-json"]),
        (PNG, "image/png", PNG, ["no-json"]),
        (b"busy", OCTETS, b"busy", ["no-json"]),
        (PNG, None, PNG, ["no-json"]),
    ],
)
def test_what_is_no_json_under_a_range_is_text_or_bytes(
    face: Face,
    server: Server,
    package: Any,
    body: bytes,
    kind: str | None,
    value: Any,
    problems: Any,
) -> None:
    came, drifts = reported(face, server, order, typed(body, kind))
    if problems == 0:
        value, problems = "<?xml version='1.0' encoding='latin-1'?>für", ["no-json"]
    assert (came, drifts) == (value, problems)
    if isinstance(value, bytes):
        assert isinstance(came, package.Download)
        assert came.content_type == (kind or "")
    with pytest.raises(package.APIResponseValidationError):
        reported(face, server, order, typed(body, kind), strict_responses=True)


@pytest.mark.parametrize("body", [b"", b"\r\n"])
@pytest.mark.parametrize("kind", [JSON, TEXT, None])
def test_an_empty_success_under_a_range_is_a_model_without_fields(
    face: Face, server: Server, package: Any, body: bytes, kind: str | None
) -> None:
    value, drifts = reported(face, server, order, typed(body, kind))
    assert isinstance(value, package.models.Order)
    assert (value.to_dict(), drifts) == ({}, ["no-body"])


@pytest.mark.parametrize(
    ("name", "body", "kind", "value", "problems"),
    [
        ("text", b"a", TEXT, "a", []),
        ("text", b"", TEXT, "", []),
        ("text", b'{"a": 1}', TEXT, '{"a": 1}', []),
        ("text", b"42", TEXT, "42", []),
        ("text", b'"a"', JSON, "a", []),
        ("text", b"a", JSON, "a", []),
        ("text", b'{"a": 1}', JSON, '{"a": 1}', []),
        ("text", b"a", None, "a", []),
        ("text", b'"a"', None, "a", []),
        ("text", b"<a/>", "application/atom+xml", "<a/>", []),
        ("text", b"f\xfcr", "text/csv; charset=latin-1", "für", []),
        ("text", b"f\xc3\xbcr", "text/csv; charset=idna", "für", []),
        ("text", PNG, "image/png", PNG, ["no-json"]),
        ("text", b"a", OCTETS, b"a", ["no-json"]),
        ("moment", b'"2026-01-31T12:00:00Z"', JSON, datetime(2026, 1, 31, 12, tzinfo=UTC), []),
        ("moment", b"2026-01-31T12:00:00Z", TEXT, datetime(2026, 1, 31, 12, tzinfo=UTC), []),
        ("moment", b"2026-01-31T12:00:00Z", None, datetime(2026, 1, 31, 12, tzinfo=UTC), []),
        ("moment", b"noon", TEXT, "noon", ["no-json"]),
        ("number", b"42", TEXT, 42, []),
        ("number", b"42", JSON, 42, []),
        ("number", b"many", TEXT, "many", ["no-json"]),
        ("names", b'["a"]', JSON, ["a"], []),
        ("names", b"a", "application/xml", "a", ["no-json"]),
        ("names", b"%PDF\0", "application/pdf", b"%PDF\0", ["no-json"]),
        ("file", PNG, "image/png", PNG, []),
        ("file", b"{}", JSON, b"{}", []),
        ("any", b'{"a": 1}', JSON, {"a": 1}, []),
        ("any", b"42", JSON, 42, []),
        ("any", b"42", None, 42, []),
        ("any", b"42", TEXT, "42", []),
        ("any", PNG, "image/png", PNG, []),
        ("wide", b"a;b", "text/csv", "a;b", []),
    ],
)
def test_each_schema_under_a_range(
    face: Face,
    server: Server,
    name: str,
    body: bytes,
    kind: str | None,
    value: Any,
    problems: list[str],
) -> None:
    came, drifts = reported(face, server, ranged(name), typed(body, kind))
    assert (came, drifts) == (value, problems)
    # `True == 1`, and bytes that are a Download are equal to it.
    assert isinstance(came, type(value))


def test_json_is_asked_for_first_and_a_file_as_it_is(face: Face, server: Server) -> None:
    accepted = {
        order: "application/json, */*;q=0.8",
        ranged("text"): "application/json, */*;q=0.8",
        ranged("names"): "application/json, application/*;q=0.8",
        ranged("file"): "application/*",
        ranged("beside"): "application/json",
        ranged("wide"): "application/json, */*;q=0.8, text/csv",
    }
    for act, accept in accepted.items():
        reported(face, server, act, typed(b'{"id": 5}', JSON))
        assert server.sent[-1].headers["accept"] == accept


def test_a_body_under_a_range_is_json_of_its_fields(face: Face, server: Server) -> None:
    reported(face, server, lambda client: client.orders.create(id=5), json_answer({"id": 5}))
    assert server.sent[0].body == b'{"id":5}'
    assert server.sent[0].headers["content-type"] == "application/json"


@pytest.mark.parametrize("kind", [JSON, "application/problem+json", TEXT, None])
def test_an_error_under_a_range_is_of_its_type(
    face: Face, server: Server, package: Any, kind: str | None
) -> None:
    for act in (order, lambda client: client.orders.create(id=5)):
        with pytest.raises(package.NotFoundError, match="No") as raised:
            reported(face, server, act, typed(b'{"title": "No"}', kind, 404))
        assert isinstance(raised.value.error, package.models.Problem)
        assert raised.value.error.title == "No"


# Event streams and rows

ERROR = b'{"error": {"message": "no such model"}}'


def listen(client: Any) -> Any:
    return client.events.retrieve()


def export(client: Any) -> Any:
    return client.jobs.export()


def raw(act: str) -> Callable[[Any], Any]:
    """The call by its response, parsed and iterated."""
    owner, _, name = act.partition(".")

    def call(client: Any) -> Any:
        response = getattr(getattr(client, owner).with_raw_response, name)()
        return response.parse()

    return call


def araw(act: str) -> Callable[[Any], Any]:
    owner, _, name = act.partition(".")

    async def call(client: Any) -> Any:
        response = await getattr(getattr(client, owner).with_raw_response, name)()
        return await response.parse()

    return call


def plain(act: str) -> Callable[[Any], Any]:
    owner, _, name = act.partition(".")
    return lambda client: getattr(getattr(client, owner), name)()


@pytest.mark.parametrize("mode", ["plain", "raw"])
@pytest.mark.parametrize("act", ["events.retrieve", "jobs.export"])
@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (ERROR, JSON),
        (json.dumps(json.loads(ERROR), indent=2).encode(), JSON),
        (ERROR, "application/problem+json"),
        (ERROR, TEXT),
        (ERROR, OCTETS),
        (ERROR, None),
        (b"<html>\n<p>Log in\n", "text/html"),
        (b"<html>\n<p>Log in\n", TEXT),
        (b"busy", TEXT),
        (b"<error/>", "application/xml"),
        (b"[1, 2]", JSON),
    ],
)
def test_what_is_neither_events_nor_rows_raises_with_its_body(
    listener: Face,
    server: Server,
    events_package: Any,
    mode: str,
    act: str,
    body: bytes,
    kind: str | None,
) -> None:
    by_response = araw if listener.is_async else raw
    call = plain(act) if mode == "plain" else by_response(act)
    with pytest.raises(events_package.APIResponseValidationError, match="not ") as raised:
        items(listener, server, call, typed(body, kind))
    error = raised.value
    try:
        expected = json.loads(body)
    except ValueError:
        expected = body.decode()
    assert (error.status_code, error.body) == (200, expected)
    assert len(server.sent) == 1


@pytest.mark.parametrize("kind", [None, TEXT, OCTETS, JSON])
def test_events_without_their_media_type_fail(
    listener: Face, server: Server, events_package: Any, kind: str | None
) -> None:
    # HTML, section 9.2: what does not call itself text/event-stream is none.
    with pytest.raises(events_package.APIResponseValidationError, match="not events: event"):
        items(listener, server, listen, typed(b"event: note\ndata: a\n\n", kind))


def test_a_success_without_a_body_has_no_events(
    listener: Face, server: Server, events_package: Any
) -> None:
    for answer in (typed(b"", None), typed(b"", JSON, 202), Answer(204)):
        assert items(listener, server, listen, answer) == []
        assert items(listener, server, export, answer) == []


def test_json_beside_events_is_returned_and_html_is_not(
    listener: Face, server: Server, events_package: Any
) -> None:
    def create(client: Any) -> Any:
        return client.answers.create(detailed=True)

    whole, drifts = reported(listener, server, create, json_answer({"text": "all"}))
    assert isinstance(whole, events_package.models.Whole)
    assert (whole.text, drifts) == ("all", [])
    with pytest.raises(events_package.APIResponseValidationError, match="text/html") as raised:
        reported(listener, server, create, typed(b"<p>Log in", "text/html"))
    assert raised.value.body == "<p>Log in"


@pytest.mark.parametrize(
    "kind", [JSON, "text/json", TEXT, OCTETS, None, "application/x-ndjson", "application/jsonl"]
)
@pytest.mark.parametrize(
    "body",
    [
        b'{"id": 1}\n{"id": 2}\n',
        b'\xef\xbb\xbf{"id": 1}\r\n\r\n{"id": 2}',
        b'\n\n{"id": 1, "new": true}\n{"id": 2}',
    ],
)
def test_rows_are_read_by_whatever_name_they_come(
    listener: Face, server: Server, kind: str | None, body: bytes
) -> None:
    rows = items(listener, server, export, typed(body, kind))
    assert [row.id for row in rows] == [1, 2]


def test_records_without_their_media_type_are_rows_too(listener: Face, server: Server) -> None:
    body = b'\x1e{"id": 1}\n\x1e{"id": 2}\n'
    assert [row.id for row in items(listener, server, export, typed(body, JSON))] == [1, 2]


def test_no_more_is_read_of_what_is_no_row_than_an_error_shows(
    listener: Face, server: Server, events_package: Any
) -> None:
    body = b"x" * 100_000 + b"\n" + b"y" * 10_000_000
    with pytest.raises(events_package.APIResponseValidationError) as raised:
        items(listener, server, export, typed(body, TEXT))
    assert raised.value.body.endswith(" bytes]")
    assert raised.value.body.startswith("x" * 1_000)
    assert len(raised.value.body) < 2_000_000


# What the configuration says


def test_a_file_that_the_document_does_not_describe(
    face: Face, server: Server, package: Any
) -> None:
    answer = Answer(
        200, PNG, {"Content-Type": "image/png", "Content-Disposition": 'inline; filename="a.png"'}
    )
    file, drifts = reported(face, server, lambda client: client.set.file.retrieve(), answer)
    assert isinstance(file, package.Download)
    assert (file, file.filename, file.content_type, drifts) == (PNG, "a.png", "image/png", [])
    assert server.sent[0].headers["accept"] == "*/*"


def test_the_configuration_overrides_what_is_described(
    face: Face, server: Server, package: Any
) -> None:
    text, drifts = reported(
        face, server, lambda client: client.set.text.retrieve(), typed(b"42", TEXT)
    )
    assert (text, drifts) == ("42", [])
    value, drifts = reported(
        face, server, lambda client: client.set.document.retrieve(), json_answer({"id": 5})
    )
    assert isinstance(value, package.models.Order)
    assert (value.id, drifts) == (5, [])
    assert server.sent[0].headers["accept"] == "application/json"


@pytest.mark.parametrize("kind", ["text/event-stream", TEXT, OCTETS, None])
def test_events_by_the_configuration_need_no_media_type(
    face: Face, server: Server, package: Any, kind: str | None
) -> None:
    def call(client: Any) -> Any:
        return client.set.events.retrieve()

    (one,) = items(face, server, call, typed(b'data: {"id": 5}\n\n', kind))
    assert isinstance(one, package.models.Order)
    assert server.sent[0].headers["accept"] == "text/event-stream"
    with pytest.raises(package.APIResponseValidationError, match="not events"):
        items(face, server, call, typed(ERROR, JSON))


def test_events_of_which_the_document_says_nothing_are_texts(face: Face, server: Server) -> None:
    def call(client: Any) -> Any:
        return client.set.words.retrieve()

    answer = typed(b"data: Hello\n\ndata: 42\n\n", "text/event-stream")
    assert items(face, server, call, answer) == ["Hello", "42"]


@pytest.mark.parametrize("kind", ["application/jsonl", JSON, "application/vnd.rows", None])
def test_rows_by_the_configuration(
    face: Face, server: Server, package: Any, kind: str | None
) -> None:
    def call(client: Any) -> Any:
        return client.set.lines.list()

    rows = items(face, server, call, typed(b'{"id": 1}\n{"id": 2}', kind))
    assert [row.id for row in rows] == [1, 2]
    assert isinstance(rows[0], package.models.Order)
    if kind != "application/jsonl":
        with pytest.raises(package.APIResponseValidationError, match="not rows"):
            items(face, server, call, typed(ERROR, kind))
