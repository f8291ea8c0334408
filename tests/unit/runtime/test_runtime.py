"""What a call sends, what it makes of the answer, and what it does when things go wrong."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import pickle
import socket
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal
from uuid import UUID

import aiohttp
import httpx
import httpx2
import pytest
from pydantic import create_model
from runtime import errors
from runtime.drift import Reader, completed
from runtime.models import Drift, Model
from runtime.omitted import omit
from runtime.request import named_headers
from runtime.responses import APIResponse
from runtime.timeouts import Timeout
from runtime.transport import Headers, Request, Response
from runtime.transports import httpx as httpx_adapter
from runtime.transports.aiohttp import AiohttpTransport
from runtime_api import AsyncTelnyx, Item, ItemsPage, Outbound, Problem, Telnyx
from runtime_server import Server, pause

from clientsmith.identifiers import attribute

ITEM = b'{"data":{"id":"1","kind":"zoom","needed":"yes"}}'


def page(number: int, total: int, *ids: str) -> bytes:
    items = [{"id": name, "needed": ""} for name in ids]
    return json.dumps(
        {"data": items, "meta": {"total_pages": total, "page_number": number}}
    ).encode()


# What is sent


def test_a_create_sends_compact_json_in_the_order_of_its_arguments(server: Server) -> None:
    server.returns(ITEM, 201)
    with Telnyx(base_url=server.url) as client:
        answer = client.items.create(external_sip_connection="zoom", outbound={}, tags=omit)
    assert server.body == b'{"external_sip_connection":"zoom","outbound":{}}'
    assert server.header("Content-Type") == "application/json"
    assert server.header("Content-Length") == str(len(server.body))
    assert server.header("Authorization") == "Bearer KEY"
    assert server.header("User-Agent") == "Telnyx/1.2.3 clientsmith"
    assert server.header("Host") == server.url.split("/")[2]
    assert answer.data is not None
    assert answer.data.id == "1"


def test_null_is_sent_and_omit_is_not(server: Server) -> None:
    server.returns(ITEM)
    Telnyx(base_url=server.url).items.create(url=None, tags=omit, class_="ü")
    assert server.body == '{"url":null,"class":"ü"}'.encode()


def test_values_that_stand_for_json_are_written_as_such(server: Server) -> None:
    server.returns(ITEM)
    client = Telnyx(base_url=server.url, validate_requests=False)
    moment = datetime(2026, 1, 31, 12, tzinfo=UTC)
    model = Item.model_validate({"id": "7", "needed": "x"})
    client.items.create(
        when=moment, outbound=MappingProxyType({"note": UUID(int=1)}), tags=("a",), model=model
    )
    assert json.loads(server.body) == {
        "when": "2026-01-31T12:00:00Z",
        "outbound": {"note": "00000000-0000-0000-0000-000000000001"},
        "tags": ["a"],
        "model": {"id": "7", "needed": "x"},
    }


@pytest.mark.parametrize(
    ("value", "segment"),
    [
        ("a/b", "a%2Fb"),
        ("..", "%2E%2E"),
        (".", "%2E"),
        ("?x=1", "%3Fx%3D1"),
        ("#x", "%23x"),
        ("%2e%2e", "%252e%252e"),
        ("a\r\nX: y", "a%0D%0AX%3A%20y"),
        ("ü", "%C3%BC"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (True, "true"),
    ],
)
def test_a_path_argument_stays_one_segment_on_the_wire(
    server: Server, value: object, segment: str
) -> None:
    server.returns(ITEM)
    Telnyx(base_url=server.url, validate_requests=False).items.retrieve(value)
    assert server.target == f"/v2/items/{segment}"


@pytest.mark.parametrize("value", ["", None])
@pytest.mark.parametrize("checked", [True, False])
def test_an_empty_path_argument_is_refused(server: Server, value: object, checked: bool) -> None:
    client = Telnyx(base_url=server.url, validate_requests=checked)
    with pytest.raises(ValueError, match="Expected a non-empty value") as caught:
        client.items.retrieve(value)
    assert str(caught.value) == f"Expected a non-empty value for `id` but received {value!r}"
    assert server.requests == []


def test_deep_objects_nest_and_leave_nulls_out(server: Server) -> None:
    server.returns(page(1, 1, "a"))
    Telnyx(base_url=server.url).items.list(
        filter={"name": {"contains": "a b&c"}, "status": ["x", "y,z"], "gone": None, "on": True},
        page_number=1,
    )
    assert server.target == (
        "/v2/items?filter%5Bname%5D%5Bcontains%5D=a%20b%26c&filter%5Bstatus%5D=x,y%2Cz"
        "&filter%5Bon%5D=true&page%5Bnumber%5D=1"
    )


def test_options_of_a_call_win(server: Server) -> None:
    server.returns(ITEM)
    client = Telnyx(
        base_url=server.url, default_headers={"X-A": "1", "X-B": "1"}, default_query={"q": "1"}
    )
    client.items.create(
        tags=["a"],
        extra_headers={"x-a": omit, "X-B": "2", "User-Agent": omit, "Idempotency-Key": "mine"},
        extra_query={"q": "2", "deep": {"er": [1, 2]}},
        extra_body={"tags": omit, "more": 1},
    )
    assert server.target == "/v2/items?q=2&deep%5Ber%5D=1,2"
    assert (server.header("X-A"), server.header("X-B")) == (None, "2")
    assert server.header("User-Agent") is None
    assert server.header("Idempotency-Key") == "mine"
    assert server.body == b'{"more":1}'


def test_default_headers_win_over_what_a_call_adds(server: Server) -> None:
    server.returns(ITEM)
    defaults = {"content-type": "application/x+json", "Idempotency-Key": omit, "Host": "elsewhere"}
    Telnyx(base_url=server.url, default_headers=defaults).items.create()
    head = server.requests[0].lower()
    assert head.count(b"content-type:") == head.count(b"host:") == 1
    assert server.header("Content-Type") == "application/x+json"
    assert server.header("Host") == "elsewhere"
    assert server.header("Idempotency-Key") is None


def test_header_and_cookie_parameters(server: Server) -> None:
    server.returns(page(1, 1))
    Telnyx(base_url=server.url).items.list(trace="t", session="a;b")
    assert server.header("X-Trace") == "t"
    assert server.header("Cookie") == "session=a%3Bb"


@pytest.mark.parametrize("value", ["a\r\nb", "a\nb", "\u0142", "a\x00b"])
def test_a_header_that_cannot_be_sent_is_refused(server: Server, value: str) -> None:
    with pytest.raises(errors.RequestValidationError, match="X-A"):
        Telnyx(base_url=server.url).items.create(extra_headers={"X-A": value})
    with pytest.raises(errors.RequestValidationError):
        named_headers({"X A": "b"})
    assert server.requests == []


def test_an_option_that_does_not_exist_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="typo"):
        Telnyx().items.create(typo=1)


# Local checking


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            {"outbound": {"channel_limit": "12"}},
            "`outbound.channel_limit` should be a valid integer",
        ),
        ({"outbound": {"chanel": 1}}, "`outbound.chanel` is not a field of the request"),
        ({"external_sip_connection": "teams"}, "should be 'zoom', but received 'teams'"),
        ({"timeout_secs": 31}, "should be less than or equal to 30, but received 31"),
        ({"timeout_secs": True}, "`timeout_secs` should be a valid integer, but received True"),
        ({"tags": ["a", 2]}, "`tags[1]` should be a valid string, but received 2"),
        ({"when": 5}, "`when` should be a valid string or a valid datetime, but received 5"),
        ({"url": "example.com"}, "`url` should be a URI with a scheme"),
        ({"outbound": {"password": "hunter2"}}, "received a value that is not shown"),
        ({"outbound": [{"password": "hunter2"}]}, "received a value that is not shown"),
        ({"tags": "a" * 500}, "…"),
    ],
)
def test_a_bad_argument_is_named_before_anything_is_sent(
    server: Server, arguments: dict[str, Any], message: str
) -> None:
    with pytest.raises(errors.RequestValidationError) as caught:
        Telnyx(base_url=server.url).items.create(**arguments)
    assert message in str(caught.value)
    assert "hunter2" not in str(caught.value)
    assert len(str(caught.value)) < 300
    assert caught.value.problems
    assert server.requests == []


def test_what_would_be_sent_is_what_is_checked(server: Server) -> None:
    server.returns(ITEM)
    client = Telnyx(base_url=server.url)
    outbound: Any = MappingProxyType(Outbound(channel_limit=1))
    client.items.create(outbound=outbound, tags=("a", "b"), when=datetime(2026, 1, 1, tzinfo=UTC))
    assert json.loads(server.body)["outbound"] == {"channel_limit": 1}


def test_checking_can_be_switched_off(server: Server) -> None:
    server.returns(ITEM)
    Telnyx(base_url=server.url, validate_requests=False).items.create(tags=5, other=1)
    assert server.body == b'{"tags":5,"other":1}'


def test_what_is_no_json_is_refused_even_unchecked() -> None:
    for value in (float("nan"), object(), "\ud800"):
        with pytest.raises(errors.RequestValidationError):
            Telnyx(validate_requests=False).items.create(tags=[value])


# Answers


@pytest.mark.parametrize(
    ("type_", "value", "is_reported"),
    [
        (int | Literal["inf"] | str, 5, False),
        (int | Literal["inf"] | str, 0, False),
        (int | Literal["inf"] | str, "inf", False),
        (int | Literal["inf"] | str, "nan", True),
        (bool | Literal["auto"] | str, True, False),
        (bool | Literal[1, 2] | int, True, False),
        (Literal["a", 1] | str | int, 2, True),
        (Literal["a", 1] | str | int, 1, False),
        (Literal[0, 1] | int, 2, True),
    ],
)
def test_a_value_is_unknown_only_to_enums_of_its_type(
    type_: Any, value: object, is_reported: bool
) -> None:
    """The document: `oneOf: [{type: integer}, {type: string, enum: [inf]}]`."""
    reported = Reader(type_).observe(value, "GET /a")
    assert [drift.problem for drift in reported] == ["unknown-value"] * is_reported


def test_drift_is_kept_and_reported(server: Server) -> None:
    answer = {"data": {"id": 5, "kind": "new", "limit": "many", "class": "c", "extra/~": [1]}}
    server.returns(json.dumps(answer).encode())
    reported: list[Drift] = []
    item = Telnyx(base_url=server.url, on_drift=reported.append).items.retrieve("1").data
    assert item is not None
    assert (item.id, item.kind, item.limit, item.class_) == (5, "new", "many", "c")
    assert item.to_dict() == answer["data"]
    assert item.needed is None
    assert {(drift.pointer, drift.problem) for drift in reported} == {
        ("/data/id", "invalid-value"),
        ("/data/limit", "invalid-value"),
        ("/data/needed", "missing-field"),
        ("/data/kind", "unknown-value"),
        ("/data/extra~1~0", "unknown-field"),
    }
    assert reported[0].operation == "GET /items/{id}"


def test_strict_responses_raise_on_drift(server: Server) -> None:
    server.returns(b'{"data":{"needed":"","kind":"new"}}')
    with pytest.raises(errors.APIResponseValidationError, match="/data/kind") as caught:
        Telnyx(base_url=server.url, strict_responses=True).items.retrieve("1")
    assert caught.value.drifts[0].value == "new"
    assert caught.value.status_code == 200


def test_absent_and_null_are_distinguished(server: Server) -> None:
    server.returns(b'{"data":{"id":null,"needed":""}}')
    item = Telnyx(base_url=server.url).items.retrieve("1").data
    assert item is not None
    assert item.model_fields_set == {"id", "needed"}
    assert item.to_dict() == {"id": None, "needed": ""}
    assert json.loads(item.to_json()) == item.to_dict()


@pytest.mark.parametrize(
    ("body", "kind", "message"),
    [
        (b"{not json", "application/json", "not valid JSON"),
        (b"<html>", "text/html", "is text/html, not JSON: <html>"),
        (b"[1]", "application/json", "should be a valid dictionary"),
        (b"[" * 100_000, "application/json", "nested too deeply"),
    ],
)
def test_an_answer_that_is_no_model_raises(
    server: Server, body: bytes, kind: str, message: str
) -> None:
    server.returns(body, headers={"Content-Type": kind})
    with pytest.raises(errors.APIResponseValidationError, match=message):
        Telnyx(base_url=server.url).items.retrieve("1")


def test_an_answer_without_a_body(server: Server) -> None:
    reported: list[Drift] = []
    client = Telnyx(base_url=server.url, on_drift=reported.append)
    server.returns(b"", 204, {"Content-Type": "", "Content-Length": ""})
    assert client.items.delete("1") is None
    assert client.items.retrieve("1").data is None
    assert [drift.problem for drift in reported] == ["no-body"]


@pytest.mark.parametrize(("body", "said"), [(b"", "is empty"), (b"OK", "not valid JSON")])
def test_a_page_without_json_ends_no_walk(server: Server, body: bytes, said: str) -> None:
    server.returns(page(1, 3, "a"))
    server.returns(body)
    client = Telnyx(base_url=server.url)
    walked: list[str | None] = []
    with pytest.raises(errors.APIResponseValidationError, match=said):
        walked.extend(item.id for item in client.items.list())
    server.answers.clear()
    server.returns(b"", 204, {"Content-Type": "", "Content-Length": ""})
    assert list(client.items.list()) == []


def test_compressed_and_large_bodies(server: Server) -> None:
    large = json.dumps({"data": {"id": "x" * 10_000_000, "needed": ""}}).encode()
    server.returns(gzip.compress(large), headers={"Content-Encoding": "gzip"})
    client = Telnyx(base_url=server.url)
    assert client.items.with_raw_response.retrieve("1").read() == large
    server.answers.clear()
    server.returns(b"no gzip", headers={"Content-Encoding": "gzip"})
    with pytest.raises(errors.APIConnectionError):
        client.with_options(max_retries=0).items.retrieve("1")


# Raw and streaming


def test_a_raw_response_can_be_parsed(server: Server) -> None:
    server.returns(ITEM, headers={"X-Request-Id": "r1", "X-Two": "a"})
    raw = Telnyx(base_url=server.url).items.with_raw_response.retrieve("1")
    assert isinstance(raw, APIResponse)
    assert (raw.status_code, raw.request_id, raw.headers["x-two"]) == (200, "r1", "a")
    assert raw.json() == json.loads(ITEM)
    assert raw.text() == ITEM.decode()
    parsed = raw.parse()
    assert parsed.data is not None
    assert parsed is raw.parse()


def test_the_raw_response_of_a_list_parses_to_a_page(server: Server) -> None:
    server.returns(page(1, 2, "a"))
    server.returns(page(2, 2, "b"))
    raw = Telnyx(base_url=server.url).items.with_raw_response.list()
    assert [item.id for item in raw.parse()] == ["a", "b"]


def test_streaming_sends_on_entry_and_reads_when_asked(server: Server) -> None:
    reading = []

    def slowly(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 X\r\nContent-Length: 14\r\n\r\nfirst\r\n")
        pause(0.1)
        reading.append("sent the rest")
        connection.sendall("l\u2028ne2".encode())

    server.answers.append(slowly)
    stream = Telnyx(base_url=server.url).items.with_streaming_response.retrieve("1")
    assert server.requests == []
    with stream as response:
        assert reading == []
        assert not response.is_closed
        assert list(response.iter_lines()) == ["first", "l\u2028ne2"]
    assert response.is_closed


def test_leaving_a_stream_closes_it(server: Server) -> None:
    server.returns(b"x" * 100_000)
    with Telnyx(base_url=server.url).items.with_streaming_response.retrieve("1") as response:
        pass
    with pytest.raises(RuntimeError, match="closed"):
        response.read()


def test_a_stream_of_the_other_kind_of_client_sends_nothing() -> None:
    stream: Any = AsyncTelnyx(transport=AsyncOwn()).items.with_streaming_response.retrieve("1")
    with pytest.raises(TypeError), stream:
        pass


def test_a_stream_that_breaks_off_is_a_connection_error(server: Server) -> None:
    server.answers.append(lambda c: c.sendall(b"HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\nabc"))
    with (
        Telnyx(base_url=server.url).items.with_streaming_response.retrieve("1") as response,
        pytest.raises(errors.APIConnectionError),
    ):
        response.read()


# Pages


def test_a_list_walks_all_pages_as_far_as_it_is_asked(server: Server) -> None:
    for number in (1, 2, 3):
        server.returns(page(number, 3, f"{number}a", f"{number}b"))
    found = Telnyx(base_url=server.url).items.list(trace="t", extra_headers={"X-Opt": "o"})
    walk = iter(found)
    assert [next(walk).id, next(walk).id] == ["1a", "1b"]
    assert len(server.requests) == 1
    assert [item.id for item in walk] == ["2a", "2b", "3a", "3b"]
    assert server.target == "/v2/items?page%5Bnumber%5D=3"
    assert (server.header("X-Trace"), server.header("X-Opt")) == ("t", "o")
    assert len(server.requests) == 3


@pytest.mark.parametrize("second", [page(1, 9, "again"), page(2, 9), b'{"data":null}'])
def test_a_walk_ends_when_there_is_no_progress(server: Server, second: bytes) -> None:
    server.returns(page(1, 9, "a"))
    server.returns(second)
    found = Telnyx(base_url=server.url).items.list()
    assert isinstance(found, ItemsPage)
    assert found.has_next_page()
    last = found.get_next_page()
    assert not last.has_next_page()
    with pytest.raises(RuntimeError, match="no next page"):
        last.get_next_page()
    assert len(list(found.iter_pages())) == 2


def test_a_copy_of_a_page_walks_on(server: Server) -> None:
    server.returns(page(1, 2, "a"))
    server.returns(page(2, 2, "b"))
    found = Telnyx(base_url=server.url).items.list()
    assert [item.id for item in found.model_copy(deep=True)] == ["a", "b"]


def test_an_asynchronous_list_is_awaited_or_iterated(server: Server) -> None:
    async def walk() -> list[str | None]:
        async with AsyncTelnyx(base_url=server.url) as client:
            first = await client.items.list()
            assert first.has_next_page()
            raw = await client.items.with_raw_response.list()
            assert (await raw.parse()).data is not None
            return [item.id async for item in client.items.list()]

    server.returns(page(1, 2, "a"))
    server.returns(page(1, 2, "a"))
    server.returns(page(1, 2, "a"))
    server.returns(page(2, 2, "b"))
    assert asyncio.run(walk()) == ["a", "b"]


# Retries


@pytest.mark.parametrize("status", [408, 409, 429, 500, 503])
def test_failures_that_pass_are_tried_again(server: Server, naps: list[float], status: int) -> None:
    server.returns(b"{}", status)
    server.returns(b"{}", status)
    server.returns(ITEM)
    client = Telnyx(base_url=server.url)
    assert client.items.create().data is not None
    assert len({server.header("Idempotency-Key", at) for at in range(3)}) == 1
    assert server.header("Idempotency-Key")
    assert 0.375 <= naps[0] <= 0.5
    assert 0.75 <= naps[1] <= 1.0
    assert server.connections == 1, "small failed answers are read, so that connections are kept"
    server.answers.clear()
    server.returns(b"{}", status)
    with pytest.raises(errors.APIStatusError):
        client.with_options(max_retries=1).items.create()
    assert len(server.requests) == 5


@pytest.mark.parametrize(
    ("headers", "low", "high"),
    [
        ({"retry-after-ms": "1500", "retry-after": "9"}, 1.5, 1.5),
        ({"Retry-After": "7"}, 7, 7),
        ({"Retry-After": "60"}, 60, 60),
        ({"Retry-After": "-1"}, 0.375, 0.5),
        ({"Retry-After": "nan"}, 0.375, 0.5),
        ({"Retry-After": "soon"}, 0.375, 0.5),
    ],
)
def test_the_server_may_say_when(
    server: Server, naps: list[float], headers: dict[str, str], low: float, high: float
) -> None:
    server.returns(b"{}", 429, headers)
    server.returns(ITEM)
    Telnyx(base_url=server.url).items.retrieve("1")
    assert low <= naps[0] <= high


@pytest.mark.parametrize("write", [format_datetime, datetime.ctime])
def test_the_server_may_name_a_date(
    server: Server, naps: list[float], write: Callable[[datetime], str]
) -> None:
    date = write(datetime.now(UTC) + timedelta(seconds=30))
    server.returns(b"{}", 429, {"Retry-After": date})
    server.returns(ITEM)
    Telnyx(base_url=server.url).items.retrieve("1")
    assert 20 <= naps[0] <= 31


def test_the_server_may_say_whether(server: Server, naps: list[float]) -> None:
    client = Telnyx(base_url=server.url)
    server.returns(b"{}", 503, {"x-should-retry": "false"})
    with pytest.raises(errors.InternalServerError):
        client.items.retrieve("1")
    assert naps == []
    server.answers[:] = []
    server.returns(b"{}", 400, {"x-should-retry": "true"})
    server.returns(ITEM)
    client.items.retrieve("1")
    assert len(naps) == 1


def _broken(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")


def test_a_connection_that_breaks_off_is_tried_again(server: Server, naps: list[float]) -> None:
    server.answers += [_broken, lambda connection: connection.close()]
    server.returns(ITEM)
    assert Telnyx(base_url=server.url).items.retrieve("1").data is not None
    server.answers[:] = [_broken]
    with pytest.raises(errors.APIConnectionError) as caught:
        Telnyx(base_url=server.url, max_retries=1).items.retrieve("1")
    assert caught.value.__cause__ is not None
    assert len(naps) == 3


def test_a_slow_answer_times_out(server: Server, naps: list[float]) -> None:
    server.answers.append(lambda _: pause(1))
    with pytest.raises(errors.APITimeoutError):
        Telnyx(base_url=server.url, max_retries=1).items.retrieve("1", timeout=0.05)
    assert len(server.requests) == 2
    assert len(naps) == 1


def test_nobody_listens(naps: list[float]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        url = f"http://127.0.0.1:{unused.getsockname()[1]}"
    with pytest.raises(errors.APIConnectionError) as caught:
        Telnyx(base_url=url).items.retrieve("1")
    assert not isinstance(caught.value, errors.APITimeoutError)
    assert caught.value.status_code is None
    assert len(naps) == 2


def test_being_cancelled_closes_the_response(server: Server) -> None:
    closed: list[bool] = []

    class Slow:
        async def send(self, request: Request, timeout: Timeout) -> Response:
            async def body() -> Any:
                yield b"{"
                await asyncio.sleep(60)

            async def close() -> None:
                closed.append(True)

            return Response(200, {}, body(), close)

        async def aclose(self) -> None: ...

    async def scenario() -> None:
        task = asyncio.create_task(AsyncTelnyx(transport=Slow()).items.retrieve("1"))
        await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(scenario())
    assert closed == [True]


def test_an_interrupt_closes_the_response_and_is_not_retried() -> None:
    closed: list[bool] = []

    class Interrupted:
        def send(self, request: Request, timeout: Timeout) -> Response:
            def body() -> Any:
                raise KeyboardInterrupt
                yield b""

            return Response(200, {}, body(), lambda: closed.append(True))

        def close(self) -> None: ...

    with pytest.raises(KeyboardInterrupt):
        Telnyx(transport=Interrupted()).items.retrieve("1")
    assert closed == [True]


# Redirects


@pytest.mark.parametrize(
    ("method", "status", "followed"),
    [
        ("GET", 301, True),
        ("GET", 302, True),
        ("GET", 303, True),
        ("GET", 307, True),
        ("POST", 307, True),
        ("POST", 308, True),
        ("POST", 302, False),
        ("POST", 303, False),
    ],
)
def test_redirects_within_the_origin(
    server: Server, method: str, status: int, followed: bool
) -> None:
    server.returns(b"", status, {"Location": "/elsewhere?a=1#part"})
    server.returns(ITEM)
    items = Telnyx(base_url=server.url).items
    call: Callable[[], Any] = items.create if method == "POST" else lambda: items.retrieve("1")
    if not followed:
        with pytest.raises(errors.APIStatusError):
            call()
        return
    assert call().data is not None
    assert server.target == "/elsewhere?a=1"
    assert server.header("Authorization") == "Bearer KEY"


def test_a_redirect_in_raw_utf_8(server: Server) -> None:
    server.returns(b"", 307, {"Location": "/v2/ü".encode().decode("latin-1")})
    server.returns(ITEM)
    Telnyx(base_url=server.url).items.retrieve("1")
    assert server.target == "/v2/%C3%BC"


@pytest.mark.parametrize(
    "location", ["http://localhost:1/x", "//evil.example/x", "https://127.0.0.1/x", "http://[/"]
)
def test_redirects_elsewhere_are_refused(server: Server, location: str) -> None:
    server.returns(b"", 307, {"Location": location})
    with pytest.raises(errors.APIStatusError) as caught:
        Telnyx(base_url=server.url).items.retrieve("1")
    assert len(server.requests) == 1
    if "evil" in location:
        assert "evil.example" in str(caught.value)


def test_a_ring_of_redirects_ends(server: Server) -> None:
    server.returns(b"", 302, {"Location": "/v2/items/1"})
    with pytest.raises(errors.APIStatusError):
        Telnyx(base_url=server.url).items.retrieve("1")
    assert len(server.requests) == 6


# Errors


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, errors.BadRequestError),
        (401, errors.AuthenticationError),
        (403, errors.PermissionDeniedError),
        (404, errors.NotFoundError),
        (409, errors.ConflictError),
        (418, errors.APIStatusError),
        (422, errors.UnprocessableEntityError),
        (429, errors.RateLimitError),
        (500, errors.InternalServerError),
        (599, errors.InternalServerError),
    ],
)
def test_each_status_has_its_error(server: Server, status: int, kind: type[Exception]) -> None:
    body = b'{"code":"c1","errors":[{"title":"Bad","detail":"It\\nis bad"}]}'
    server.returns(body, status, {"X-Request-Id": "r9"})
    with pytest.raises(errors.APIStatusError) as caught:
        Telnyx(base_url=server.url, max_retries=0).items.create()
    error = caught.value
    assert type(error) is kind
    assert str(error) == f"POST /v2/items answered {status}: It\\nis bad (request id r9)"
    assert error.body["code"] == "c1"
    assert isinstance(error.error, Problem)
    assert (error.status_code, error.request_id) == (status, "r9")
    assert error.response.json()["code"] == "c1"


def test_errors_can_be_pickled_and_hold_no_credential(server: Server) -> None:
    server.returns(b"<html>no</html>", 404, {"Content-Type": "text/html"})
    client = Telnyx("SECRET", base_url=server.url)
    with pytest.raises(errors.NotFoundError) as caught:
        client.items.retrieve("1")
    dumped = pickle.dumps(caught.value)
    again = pickle.loads(dumped)
    assert type(again) is errors.NotFoundError
    assert (str(again), again.status_code) == (str(caught.value), 404)
    assert again.body == "<html>no</html>"
    shown = f"{client!r}{caught.value!r}{caught.value.request!r}{caught.value.request.headers!r}"
    shown += f"{client.items!r}{vars(client)!r}"
    assert "SECRET" not in shown
    assert b"SECRET" not in dumped
    with pytest.raises(TypeError):
        pickle.dumps(client._settings.auth)  # pyright: ignore[reportPrivateUsage]


def test_a_traceback_shows_no_credential() -> None:
    class Missing(SyncOwn):
        def send(self, request: Request, timeout: Timeout) -> Response:
            return Response(404, {}, b"{}")

    items = Telnyx("SECRET", transport=Missing()).items
    bad_header = {"X": "\n"}
    for call in (lambda: items.retrieve("1"), lambda: items.create(extra_headers=bad_header)):
        with pytest.raises(errors.ClientError) as caught:
            call()
        for entry in caught.traceback[1:]:
            assert "SECRET" not in repr(entry.frame.f_locals)


# Construction


def test_the_environment_gives_what_is_not_given(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(errors.ClientError, match="TELNYX_API_KEY"):
        Telnyx(None)
    monkeypatch.setenv("TELNYX_API_KEY", "ENV")
    monkeypatch.setenv("TELNYX_BASE_URL", server.url + "/")
    server.returns(ITEM)
    client = Telnyx(None)
    client.items.retrieve("1")
    assert server.header("Authorization") == "Bearer ENV"
    assert client.base_url == server.url


@pytest.mark.parametrize("key", ["a\n", "a\r\nb", " a", "\u00fc"])
def test_a_key_that_cannot_be_sent_is_refused(key: str) -> None:
    with pytest.raises(errors.ClientError, match="api_key") as caught:
        Telnyx(key)
    assert repr(key) not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "api.example.com",
        "ftp://x",
        "https://",
        "https://u:p@x/v2",
        "https://x/?a",
        "https://x#a",
        "https://x /",
        "",
        "http://x\n",
    ],
)
def test_a_base_url_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(errors.ClientError, match="base") as caught:
        Telnyx(base_url=url)
    assert "u:p" not in str(caught.value)


class SyncOwn:
    def send(self, request: Request, timeout: Timeout) -> Response:
        return Response(200, {"content-type": "application/json"}, ITEM)

    def close(self) -> None: ...


class AsyncOwn:
    async def send(self, request: Request, timeout: Timeout) -> Response:
        return Response(200, {"content-type": "application/json"}, ITEM)

    async def aclose(self) -> None: ...


@pytest.mark.parametrize("library", [httpx, httpx2])
def test_the_wrong_kind_of_transport_is_a_type_error(library: Any) -> None:
    wrong: list[tuple[Any, dict[str, Any]]] = [
        (Telnyx, {"transport": library.AsyncHTTPTransport()}),
        (AsyncTelnyx, {"transport": library.HTTPTransport()}),
        (Telnyx, {"transport": library.Client()}),
        (Telnyx, {"http_client": library.HTTPTransport()}),
        (Telnyx, {"http_client": library.AsyncClient()}),
        (AsyncTelnyx, {"http_client": library.Client()}),
        (Telnyx, {"transport": AsyncOwn()}),
        (AsyncTelnyx, {"transport": SyncOwn()}),
        (Telnyx, {"transport": object()}),
        (Telnyx, {"http_client": SyncOwn()}),
        (Telnyx, {"transport": SyncOwn(), "http_client": library.Client()}),
    ]
    for client, settings in wrong:
        with pytest.raises(TypeError):
            client(**settings)


@pytest.mark.parametrize("library", [httpx, httpx2])
def test_any_transport_or_client_of_either_library(server: Server, library: Any) -> None:
    server.returns(ITEM)
    mock = library.MockTransport(lambda _: library.Response(200, content=ITEM))
    for given in (library.HTTPTransport(), mock):
        assert Telnyx(base_url=server.url, transport=given).items.retrieve("1").data is not None
        given.close()
    with library.Client() as http_client:
        client = Telnyx(base_url=server.url, http_client=http_client)
        assert client.items.retrieve("1").data is not None
        client.close()
        assert not http_client.is_closed

    async def scenario() -> None:
        for name, given in (
            ("transport", library.AsyncHTTPTransport()),
            ("http_client", library.AsyncClient()),
        ):
            client = AsyncTelnyx(base_url=server.url, **{name: given})
            assert (await client.items.retrieve("1")).data is not None
            async with client.items.with_streaming_response.retrieve("1") as response:
                assert [line async for line in response.iter_lines()] == [ITEM.decode()]
            await given.aclose()

    asyncio.run(scenario())


def test_transports_of_ones_own() -> None:
    assert Telnyx(transport=SyncOwn()).items.retrieve("1").data is not None
    assert asyncio.run(AsyncTelnyx(transport=AsyncOwn()).items.retrieve("1")).data is not None


def test_aiohttp_takes_proxies_but_no_credentials_from_the_environment(
    server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "netrc").write_text("default login me password mine")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    monkeypatch.setenv("HTTP_PROXY", server.url.removesuffix("/v2"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    server.returns(ITEM)

    async def scenario() -> None:
        transport = AiohttpTransport()
        for url in (server.url, "http://api.invalid/v2"):
            await AsyncTelnyx(base_url=url, transport=transport).items.retrieve("1")
            assert server.header("Authorization") == "Bearer KEY"
        await transport.aclose()

    asyncio.run(scenario())
    assert server.target == "http://api.invalid/v2/items/1"


def test_aiohttp(server: Server, naps: list[float]) -> None:
    server.returns(gzip.compress(ITEM), headers={"Content-Encoding": "gzip"})

    async def scenario() -> None:
        transport = AiohttpTransport()
        client = AsyncTelnyx(base_url=server.url, transport=transport, max_retries=1)
        assert (await client.items.retrieve("../%2e")).data is not None
        assert server.target == "/v2/items/..%2F%252e"
        server.answers[:] = [_broken]
        with pytest.raises(errors.APIConnectionError):
            await client.items.retrieve("1")
        server.answers[:] = [lambda _: pause(1)]
        with pytest.raises(errors.APITimeoutError):
            await client.items.retrieve("1", timeout=0.05)
        await transport.aclose()
        async with aiohttp.ClientSession() as session:
            await AiohttpTransport(session).aclose()
            assert not session.closed

    asyncio.run(scenario())
    assert len(naps) == 2


def test_a_proxy_of_the_environment_is_used(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", server.url.removesuffix("/v2"))
    server.returns(ITEM)
    Telnyx(base_url="http://api.invalid/v2").items.retrieve("1")
    assert server.target == "http://api.invalid/v2/items/1"


def test_copies_share_the_pool_and_keep_their_own_settings(server: Server) -> None:
    server.returns(ITEM)
    client = Telnyx(base_url=server.url, default_headers={"X-A": "1"})
    client.items.retrieve("1")
    twin = client.with_options(
        max_retries=0, timeout=3, api_key="OTHER", default_headers={"X-B": "2"}
    )
    twin.items.retrieve("1")
    assert server.connections == 1
    assert (server.header("X-A"), server.header("X-B")) == ("1", "2")
    assert server.header("Authorization") == "Bearer OTHER"
    assert (twin.max_retries, client.max_retries) == (0, 2)
    assert twin.timeout == Timeout(3)
    assert client.copy().timeout == Timeout(60, connect=5)
    raw = client.items.with_raw_response
    assert raw is client.items.with_raw_response
    again = client.with_options(api_key="THIRD")
    again.items.with_raw_response.retrieve("1")
    assert server.header("Authorization") == "Bearer THIRD"
    with pytest.raises(errors.ClientError, match="No api_key was given"):
        client.with_options(api_key="")
    assert Telnyx.items is Telnyx.items, "a class can be looked at"
    twin.close()
    with pytest.raises(errors.ClientError, match="closed"):
        client.items.retrieve("1")


def test_timeouts() -> None:
    assert Timeout(5, connect=None) == Timeout(connect=None, read=5, write=5, pool=5)
    assert Telnyx(timeout=httpx2.Timeout(3, read=1)).timeout == Timeout(3, read=1)
    assert Telnyx(timeout=None).timeout == Timeout(None)
    for bad in (-1, float("nan"), float("inf"), "5", True):
        with pytest.raises((TypeError, ValueError)):
            Telnyx(timeout=bad)
    with pytest.raises(ValueError, match="max_retries"):
        Telnyx(max_retries=-1)


def test_headers_are_found_in_any_case() -> None:
    headers = Headers([(b"X-A", b"1"), (b"x-a", b"2"), (b"Set-Cookie", b"s")])
    assert headers["X-a"] == "1, 2"
    assert headers.get_list("x-A") == ["1", "2"]
    assert list(headers) == ["x-a", "set-cookie"]
    assert "s'" not in repr(headers)


# Logs and imports


def test_the_log_has_a_line_a_try_and_no_credential(
    server: Server, naps: list[float], caplog: pytest.LogCaptureFixture
) -> None:
    server.returns(b"{}", 503)
    server.returns(ITEM)
    with caplog.at_level(logging.DEBUG, "runtime"):
        Telnyx("SECRET", base_url=server.url).items.retrieve("1", extra_query={"q": "PRIVATE"})
    lines = [record.getMessage() for record in caplog.records]
    assert f"GET {server.url}/items/1: 503" in lines[0]
    assert "try 2" in "".join(lines)
    assert "SECRET" not in "".join(lines)
    assert "PRIVATE" not in "".join(lines)


def test_the_environment_switches_the_log_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELNYX_LOG", "debug")
    # Which gets a handler that would go on writing to standard error.
    monkeypatch.setattr(logging.root, "handlers", [])
    logger = logging.getLogger("runtime")
    before = logger.level
    try:
        Telnyx()
        assert logger.level == logging.DEBUG
    finally:
        logger.setLevel(before)


def test_a_client_costs_nothing_until_it_is_used() -> None:
    code = """
import sys
import runtime
assert "typing" not in sys.modules
from runtime import Bearer, Kind, Methods, Raw, Resource, Service, SyncClient, method, view
class R(Resource):
    with_raw_response = view(lambda: M[Raw])
    def get(self): ...
class M(Methods[Kind]):
    get = method(R.get)
service = Service(name="X", environment="X", base_url="https://x", version="1", package="x")
client = SyncClient(service, auth=Bearer("api_key", "k", "K"))
R(client).with_raw_response.get
heavy = {"pydantic", "httpx2", "httpx", "asyncio", "logging"}
print(sorted(heavy & set(sys.modules)))
"""
    place = Path(__file__).parents[3] / "templates"
    ran = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=place, capture_output=True, text=True
    )
    assert ran.stdout.strip() == "[]", ran.stderr


def test_all_clients_share_one_ssl_context(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    create = httpx2.create_ssl_context
    monkeypatch.setattr(httpx2, "create_ssl_context", lambda: made.append(1) or create())
    httpx_adapter._ssl_context.cache_clear()  # pyright: ignore[reportPrivateUsage]
    for asynchronous in (False, True, False):
        httpx_adapter.default_sender(asynchronous)
    assert len(made) == 1


def test_threads_share_a_client(server: Server) -> None:
    server.returns(ITEM)
    client = Telnyx(base_url=server.url)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: client.items.retrieve("1"), range(40)))
    assert all(answer.data is not None for answer in answers)


def test_a_model_has_its_rules_once_whatever_is_built_of_it() -> None:
    """Rules that were added at each use made validators deeper and slower as a process went on."""
    inner: Any = create_model("Inner", __base__=Model, n=(int | None, None))
    completed(inner)
    for at in range(5):
        completed(create_model(f"Outer{at}", __base__=Model, inner=(inner | None, None)))
    assert repr(inner.__pydantic_core_schema__).count("left_to_right") == 1


def test_no_field_hides_what_a_model_has() -> None:
    names = {name for name in [*dir(type(Model)), *dir(Model)] if not name.startswith("_")}
    assert [name for name in sorted(names) if attribute(name) in names] == []
