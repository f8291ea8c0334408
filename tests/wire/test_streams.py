"""Lines of JSON and Server-Sent Events over a real server, whole and broken off."""

from __future__ import annotations

import json
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

from .golden_client import Clients, Face, faces, gathered
from .server import Answer, Exchange, Server, json_answer, serving


@pytest.fixture(scope="module")
def package(clients: Clients) -> ModuleType:
    return clients("answers")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(params=("synchronous", "asynchronous"))
def face(package: ModuleType, request: pytest.FixtureRequest) -> Face:
    return faces(package, "Answers")[request.param == "asynchronous"]


def items(
    face: Face,
    server: Server,
    call: Callable[[Any], Any],
    *answers: Answer,
    events: bool = False,
    most: int | None = None,
    **settings: Any,
) -> list[Any]:
    """The items that a call gives when the server answers so, or the first of them."""
    server.will(*answers)
    settings = {"base_url": server.url, "max_retries": 2, **settings}

    def read(client: Any) -> Any:
        with call(client) as stream:
            taken: list[Any] = []
            for item in stream.events() if events else stream:
                taken.append(item)
                if len(taken) == most:
                    break
            return taken

    async def aread(client: Any) -> Any:
        async with await call(client) as stream:
            return await gathered(stream.events() if events else stream, most)

    return face.run(aread if face.is_async else read, **settings)


def export(client: Any) -> Any:
    return client.jobs.export()


def listen(client: Any) -> Any:
    return client.events.retrieve()


def answer(client: Any) -> Any:
    return client.answers.create(detailed=True)


def lines(*bodies: bytes, kind: str = "application/jsonl") -> Answer:
    return streamed(*bodies, kind=kind)


def events(*bodies: bytes, breaks: bool = False) -> Answer:
    return streamed(*bodies, kind="text/event-stream; charset=utf-8", breaks=breaks)


def streamed(*bodies: bytes, kind: str, breaks: bool = False) -> Answer:
    """An answer in these pieces; one that breaks off is cut before its end."""

    def act(exchange: Exchange) -> None:
        exchange.send_response(200)
        exchange.send_header("Content-Type", kind)
        exchange.send_header("Transfer-Encoding", "chunked")
        exchange.end_headers()
        for body in bodies:
            exchange.wfile.write(b"%x\r\n%s\r\n" % (len(body), body))
            exchange.wfile.flush()
        if not breaks:
            exchange.wfile.write(b"0\r\n\r\n")
        exchange.close_connection = breaks

    return Answer(act=act)


@pytest.mark.parametrize(
    "bodies",
    [
        (b'{"id": 1}\n{"id": 2}\n',),
        (b'{"id": 1}\r\n\r\n{"id": 2}',),
        (b'{"i', b'd": 1}', b"\n", b'{"id": 2}', b"\n"),
        # A line separator of Unicode ends no line.
        ('{"id": 1, "name": "\u2028"}\n{"id": 2}'.encode(),),
    ],
)
def test_each_line_is_an_item(
    face: Face, server: Server, package: Any, bodies: tuple[bytes, ...]
) -> None:
    jobs = items(face, server, export, lines(*bodies))
    assert [job.id for job in jobs] == [1, 2]
    assert isinstance(jobs[0], package.models.Job)
    assert server.sent[0].headers["accept"] == "application/jsonl"


@pytest.mark.parametrize(
    "bodies",
    [
        (b'\x1e{"id": 1}\n\x1e{"id": 2}\n',),
        (b'\x1e{"id":\n', b"1}\n", b"\x1e", b'{"id": 2}\n'),
    ],
)
def test_each_record_of_a_sequence_is_an_item(
    face: Face, server: Server, bodies: tuple[bytes, ...]
) -> None:
    jobs = items(face, server, export, lines(*bodies, kind="application/json-seq"))
    assert [job.id for job in jobs] == [1, 2]


def test_items_come_before_the_answer_ends(face: Face, server: Server) -> None:
    read = threading.Event()

    def act(exchange: Exchange) -> None:
        exchange.send_response(200)
        exchange.send_header("Content-Type", "application/jsonl")
        exchange.end_headers()
        exchange.wfile.write(b'{"id": 1}\n')
        exchange.wfile.flush()
        # The connection stays open until the client has left.
        read.wait(20)
        exchange.close_connection = True

    assert [job.id for job in items(face, server, export, Answer(act=act), most=1)] == [1]
    read.set()


def test_a_line_that_is_no_json_is_reported(face: Face, server: Server, package: Any) -> None:
    with pytest.raises(package.APIResponseValidationError, match="not valid JSON"):
        items(face, server, export, lines(b'{"id": 1}\nnonsense\n'))


def test_an_item_that_does_not_fit_is_kept_and_reported(face: Face, server: Server) -> None:
    reported: list[Any] = []
    answer = lines(b'{"id": "many"}\n')
    (job,) = items(face, server, export, answer, on_drift=reported.append)
    assert (job.id, [drift.problem for drift in reported]) == ("many", ["invalid-value"])


def test_lines_that_break_off_are_an_error(face: Face, server: Server, package: Any) -> None:
    answer = streamed(b'{"id": 1}\n', kind="application/jsonl", breaks=True)
    with pytest.raises(package.APIConnectionError):
        items(face, server, export, answer)
    assert len(server.sent) == 1


def test_a_line_without_end_is_not_kept_without_end(
    face: Face, server: Server, package: Any
) -> None:
    endless = lines(*[b"x" * 60_000] * 20)
    with pytest.raises(package.ResponseTooLargeError, match="more than 1,000,000 bytes"):
        items(face, server, export, endless, max_response_bytes=1_000_000)


def test_a_huge_stream_is_read_at_constant_memory(face: Face, server: Server) -> None:
    line = json.dumps({"id": 1, "filling": "x" * 90_000}).encode() + b"\n"

    def count(client: Any) -> Any:
        with client.jobs.export() as stream:
            return sum(job.id for job in stream)

    async def acount(client: Any) -> Any:
        total = 0
        async with await client.jobs.export() as stream:
            async for job in stream:
                total += job.id
        return total

    items(face, server, export, lines(line))
    server.will(lines(*[line] * 200))
    tracemalloc.start()
    try:
        total = face.run(acount if face.is_async else count, base_url=server.url)
        assert total == 200
        # The 18 MB that came would be seen.
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


STREAM = (
    b"\xef\xbb\xbf: a comment\r\n"
    b"retry: 10\r"
    b"event: note\ndata: first\ndata:  second\n\n"
    b"data\n\n"
    b'id: 7\nevent: job\r\ndata: {\r\ndata: "id": 5}\r\n\r\n'
    b"event: note\nunknown: field\nid: with\0nul\ndata: last\n\n"
    b"data: never dispatched\n"
)


@pytest.mark.parametrize("size", [1, 2, 3, 1000])
def test_events_are_parsed_by_the_rules(
    face: Face, server: Server, package: Any, size: int
) -> None:
    pieces = [STREAM[at : at + size] for at in range(0, len(STREAM), size)]
    first, job, last = items(face, server, listen, events(*pieces), events=True)
    assert (first.event, first.data, first.id) == ("note", "first\n second", "")
    assert (job.event, job.data.id, job.id) == ("job", 5, "7")
    assert isinstance(job.data, package.models.Job)
    assert (last.event, last.data, last.id) == ("note", "last", "7")
    assert server.sent[0].headers["accept"] == "text/event-stream"


def test_iterating_gives_the_data(face: Face, server: Server) -> None:
    body = b'event: note\ndata: a\n\nevent: job\ndata: {"id": 1}\n\n'
    note, job = items(face, server, listen, events(body))
    assert (note, job.id) == ("a", 1)


def test_done_ends_events_of_json(face: Face, server: Server, package: Any) -> None:
    body = b'data: {"text": "a"}\n\ndata:\n\ndata: [DONE]\n\ndata: {"text": "b"}\n\n'
    (part,) = items(face, server, answer, events(body))
    assert isinstance(part, package.models.Part)
    assert part.text == "a"
    assert server.sent[0].headers["accept"] == "application/json, text/event-stream"


def test_an_answer_that_may_be_whole_or_events_is_what_comes(
    face: Face, server: Server, package: Any
) -> None:
    server.will(json_answer({"text": "all", "parts": 2}))
    whole = face.run(answer, base_url=server.url)
    assert isinstance(whole, package.models.Whole)
    assert whole.parts == 2


def test_events_go_on_after_a_break(face: Face, server: Server, naps: list[float]) -> None:
    notes = items(
        face,
        server,
        lambda client: client.events.retrieve(extra_headers={"X-Mine": "kept"}),
        events(b"retry: 1500\nid: 1\nevent: note\ndata: a\n\nevent: note\ndata: lo", breaks=True),
        events(b"event: note\ndata: b\nid: 2\n\n", breaks=True),
        events(b"event: note\ndata: c\n\n"),
    )
    assert notes == ["a", "b", "c"]
    asked = [sent.headers.get("last-event-id") for sent in server.sent]
    assert asked == [None, "1", "2"]
    assert {sent.headers["x-mine"] for sent in server.sent} == {"kept"}
    assert naps == [1.5, 1.5]


def test_no_content_says_that_no_more_events_follow(
    face: Face, server: Server, naps: list[float]
) -> None:
    broken = events(b"id: 1\nevent: note\ndata: a\n\n", breaks=True)
    assert items(face, server, listen, broken, Answer(204)) == ["a"]
    assert len(naps) == 1


@pytest.mark.usefixtures("naps")
def test_reconnecting_in_vain_comes_to_an_end(face: Face, server: Server, package: Any) -> None:
    once = events(b"id: 1\nevent: note\ndata: a\n\n", breaks=True)
    with pytest.raises(package.APIConnectionError):
        items(face, server, listen, once, events(breaks=True))
    assert len(server.sent) == 3


@pytest.mark.usefixtures("naps")
def test_what_follows_a_break_has_to_be_events(face: Face, server: Server, package: Any) -> None:
    broken = events(b"id: 1\nevent: note\ndata: a\n\n", breaks=True)
    with pytest.raises(package.APIResponseValidationError, match="is application/json"):
        items(face, server, listen, broken, json_answer({}))


@pytest.mark.parametrize(
    ("call", "body"),
    [
        (listen, b"event: note\ndata: without an id\n\n"),
        (answer, b'id: 1\ndata: {"text": "of a POST"}\n\n'),
        (listen, "id: \u2028\nevent: note\ndata: an id that is no header\n\n".encode()),
    ],
)
def test_events_that_cannot_be_taken_up_again_are_not(
    face: Face, server: Server, package: Any, call: Callable[[Any], Any], body: bytes
) -> None:
    with pytest.raises(package.APIConnectionError):
        items(face, server, call, events(body, breaks=True))
    assert len(server.sent) == 1


def test_a_slow_stream_times_out_between_events(face: Face, server: Server, package: Any) -> None:
    left = threading.Event()

    def act(exchange: Exchange) -> None:
        exchange.send_response(200)
        exchange.send_header("Content-Type", "text/event-stream")
        exchange.end_headers()
        exchange.wfile.write(b"event: note\ndata: a\n\n")
        exchange.wfile.flush()
        left.wait(20)
        exchange.close_connection = True

    try:
        with pytest.raises(package.APITimeoutError):
            items(face, server, listen, Answer(act=act), timeout=0.2)
    finally:
        left.set()


def test_an_event_without_end_is_not_kept_without_end(
    face: Face, server: Server, package: Any
) -> None:
    endless = events(*[b"data: " + b"x" * 6_000 + b"\n"] * 200)
    with pytest.raises(package.ResponseTooLargeError):
        items(face, server, listen, endless, max_response_bytes=1_000_000)


def test_a_raw_response_parses_to_the_stream(face: Face, server: Server) -> None:
    server.will(events(b"event: note\ndata: a\n\n"))

    def read(client: Any) -> Any:
        response = client.events.with_raw_response.retrieve()
        return response.status_code, list(response.parse())

    async def aread(client: Any) -> Any:
        async with client.events.with_streaming_response.retrieve() as response:
            return response.status_code, await gathered(await response.parse())

    assert face.run(aread if face.is_async else read, base_url=server.url) == (200, ["a"])


def test_a_body_that_was_read_is_parsed_too(face: Face, server: Server) -> None:
    server.will(lines(b'{"id": 1}\n{"id": 2}\n'))

    def read(client: Any) -> Any:
        response = client.jobs.with_raw_response.export()
        assert response.read().count(b"\n") == 2
        return [job.id for job in response.parse()]

    async def aread(client: Any) -> Any:
        response = await client.jobs.with_raw_response.export()
        assert (await response.read()).count(b"\n") == 2
        return [job.id for job in await gathered(await response.parse())]

    assert face.run(aread if face.is_async else read, base_url=server.url) == [1, 2]
