"""Calls whose answer an argument chooses, whole or as a stream, over a real server."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

from .golden_client import Clients, Face, faces, gathered
from .server import Answer, Server, json_answer, serving


@pytest.fixture(scope="module")
def package(clients: Clients) -> ModuleType:
    return clients("completions")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(params=("synchronous", "asynchronous"))
def face(package: ModuleType, request: pytest.FixtureRequest) -> Face:
    return faces(package, "Completions")[request.param == "asynchronous"]


def streamed(text: str, kind: str = "text/event-stream") -> Answer:
    return Answer(200, text.encode(), {"Content-Type": kind})


CHAT = json_answer({"choices": [{"text": "hello"}]})
CHUNKS = streamed('data: {"delta": "hel"}\n\ndata: {"delta": "lo"}\n\ndata: [DONE]\n\n')
DELTAS = streamed('data: {"type": "delta", "text": "a"}\n\n')
MESSAGE = json_answer({"text": "hello"})


def chat(client: Any, **arguments: Any) -> Any:
    return client.chat.completions.create(model="m", messages=[], **arguments)


def of(face: Face, server: Server, answer: Answer, call: Callable[[Any], Any]) -> Any:
    """What a call gives; a stream as the list of its items."""
    server.will(answer)

    def read(client: Any) -> Any:
        given = call(client)
        return list(given) if hasattr(given, "events") or hasattr(given, "close") else given

    async def aread(client: Any) -> Any:
        given = await call(client)
        return await gathered(given) if hasattr(given, "aclose") else given

    return face.run(aread if face.is_async else read, base_url=server.url)


def sent(server: Server) -> tuple[str, Any]:
    """The `Accept` of the last request, and its body."""
    request = server.sent[-1]
    return request.headers["accept"], json.loads(request.body)


USUAL: dict[str, Any] = {"model": "m", "messages": []}


@pytest.mark.parametrize(
    ("given", "body"),
    [
        ({}, USUAL),
        ({"stream": False}, {**USUAL, "stream": False}),
        ({"stream": None}, {**USUAL, "stream": None}),
        ({"extra_body": {"stream": False}, "stream": True}, {**USUAL, "stream": False}),
    ],
)
def test_without_the_argument_the_answer_is_whole(
    face: Face, server: Server, package: Any, given: dict[str, Any], body: dict[str, Any]
) -> None:
    answer = of(face, server, CHAT, lambda client: chat(client, **given))
    assert isinstance(answer, package.models.Chat)
    assert answer.choices[0].text == "hello"
    assert sent(server) == ("application/json", body)


@pytest.mark.parametrize("given", [{"stream": True}, {"extra_body": {"stream": True}}])
def test_with_it_the_answer_is_a_stream(
    face: Face, server: Server, package: Any, given: dict[str, Any]
) -> None:
    first, second = of(face, server, CHUNKS, lambda client: chat(client, **given))
    assert isinstance(first, package.models.ChatChunk)
    assert (first.delta, second.delta) == ("hel", "lo")
    assert sent(server) == ("text/event-stream", {**USUAL, "stream": True})


@pytest.mark.parametrize("given", [{}, {"extra_body": {"model": "other"}}])
def test_a_default_that_is_true_streams(face: Face, server: Server, given: dict[str, Any]) -> None:
    rows = streamed('{"type": "delta", "text": "a"}\n', "application/x-ndjson")
    (row,) = of(face, server, rows, lambda client: client.generate.create(**given))
    assert (row.text, server.sent[-1].headers["accept"]) == ("a", "application/x-ndjson")
    whole = of(face, server, MESSAGE, lambda client: client.generate.create(stream=False))
    assert (whole.text, sent(server)) == ("hello", ("application/json", {"stream": False}))


def test_the_configuration_says_which_argument_and_what_comes_without_it(
    face: Face, server: Server
) -> None:
    (item,) = of(face, server, DELTAS, lambda client: client.set.live.create())
    assert (item.text, server.sent[-1].headers["accept"]) == ("a", "text/event-stream")
    assert of(face, server, MESSAGE, lambda client: client.set.live.create(live=False)).text
    # Where it says that none does, the media type of the answer decides, as always.
    whole = of(face, server, MESSAGE, lambda client: client.set.not_.create(stream=True))
    assert (whole.text, sent(server)[0]) == ("hello", "application/json, text/event-stream")


def test_an_argument_that_can_only_be_true(face: Face, server: Server) -> None:
    assert of(face, server, MESSAGE, lambda client: client.speech.create()).text == "hello"
    (item,) = of(face, server, DELTAS, lambda client: client.speech.create(stream=True))
    (other,) = of(face, server, DELTAS, lambda client: client.live.create(stream=True))
    assert (item.text, other.text) == ("a", "a")


def test_a_field_of_a_form_chooses_too(face: Face, server: Server) -> None:
    def call(client: Any) -> Any:
        return client.transcriptions.create(file=b"sound", stream=True)

    (item,) = of(face, server, DELTAS, call)
    assert (item.text, b'name="stream"' in server.sent[-1].body) == ("a", True)


def test_another_status_keeps_its_answer(face: Face, server: Server, package: Any) -> None:
    def call(client: Any) -> Any:
        return client.jobs.create(is_streaming=True)

    (item,) = of(face, server, DELTAS, call)
    ticket = of(face, server, json_answer({"ticket": "7"}, 202), call)
    assert (item.text, type(ticket)) == ("a", package.models.Ticket)


@pytest.mark.parametrize(
    ("given", "answer", "said"),
    [
        ({"stream": True}, CHAT, "not events"),
        ({"stream": False}, CHUNKS, "text/event-stream"),
        ({}, CHUNKS, "text/event-stream"),
    ],
)
def test_the_other_answer_than_was_asked_for_is_an_error(
    face: Face, server: Server, package: Any, given: dict[str, Any], answer: Answer, said: str
) -> None:
    with pytest.raises(package.APIResponseValidationError, match=said):
        of(face, server, answer, lambda client: chat(client, **given))


def test_errors_are_errors_of_both(face: Face, server: Server, package: Any) -> None:
    refused = json_answer({"error": {"message": "no such model"}}, 400)
    with pytest.raises(package.BadRequestError, match="no such model"):
        of(face, server, refused, lambda client: chat(client, stream=True))


def test_a_request_is_checked_in_both(face: Face, server: Server, package: Any) -> None:
    with pytest.raises(package.RequestValidationError, match="temperature"):
        of(face, server, CHUNKS, lambda client: chat(client, stream=True, temperature=3))
    with pytest.raises(package.RequestValidationError, match="stream"):
        of(face, server, CHUNKS, lambda client: chat(client, stream="yes"))


def test_raw_and_streaming_responses(face: Face, server: Server) -> None:
    asked = {"model": "m", "messages": [], "stream": True}

    def read(client: Any) -> Any:
        server.will(CHUNKS, CHUNKS, CHAT)
        calls = client.chat.completions
        raw = calls.with_raw_response.create(**asked)
        with calls.with_streaming_response.create(**asked) as response:
            both = [item.delta for stream in (raw.parse(), response.parse()) for item in stream]
        return both, calls.with_raw_response.create(**{**asked, "stream": False}).parse()

    async def aread(client: Any) -> Any:
        server.will(CHUNKS, CHUNKS, CHAT)
        calls = client.chat.completions
        raw = await calls.with_raw_response.create(**asked)
        items = await gathered(await raw.parse())
        async with calls.with_streaming_response.create(**asked) as response:
            items += await gathered(await response.parse())
        whole = await calls.with_raw_response.create(**{**asked, "stream": False})
        return [item.delta for item in items], await whole.parse()

    texts, whole = face.run(aread if face.is_async else read, base_url=server.url)
    assert (texts, whole.choices[0].text) == (["hel", "lo", "hel", "lo"], "hello")


@pytest.mark.filterwarnings("error")
def test_a_deprecated_one_warns(face: Face, server: Server) -> None:
    with pytest.warns(DeprecationWarning, match="messages.create is deprecated"):
        (item,) = of(
            face, server, DELTAS, lambda client: client.messages.create(prompt="a", stream=True)
        )
    assert item.text == "a"


def test_warmup_loads_what_checks_and_reads_both(face: Face, server: Server) -> None:
    face.run(lambda client: client.warmup("chat.completions"), base_url=server.url)
