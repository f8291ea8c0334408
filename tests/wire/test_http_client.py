"""What an HTTP client that was given adds to requests; errors of transports in our words."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import httpx
import httpx2
import httpx_aiohttp
import pytest
from telnyx_external_connections import (
    APIConnectionError,
    AsyncTelnyx,
    RequestValidationError,
    Telnyx,
    TelnyxError,
)

from .golden_client import Clients
from .server import Answer, Sent, Server, json_answer, serving

OK = json_answer({"data": {"id": "1"}})


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        server.will(OK)
        yield server


@pytest.fixture(params=[httpx2.Client, httpx.Client, httpx2.AsyncClient, httpx.AsyncClient])
def kind(request: pytest.FixtureRequest) -> Any:
    return request.param


ASYNC = (httpx2.AsyncClient, httpx.AsyncClient)


def retrieve(server: Server, http_client: Any, times: int = 1, **extra: Any) -> Sent:
    """The last request of some calls through an HTTP client, which is closed then."""
    given: dict[str, Any] = {"base_url": server.url, "max_retries": 0, "http_client": http_client}

    async def run() -> None:
        async with http_client:
            for _ in range(times):
                await AsyncTelnyx("KEY", **given).external_connections.retrieve("1", **extra)

    if isinstance(http_client, ASYNC):
        asyncio.run(run())
        return server.sent[-1]
    with http_client:
        for _ in range(times):
            Telnyx("KEY", **given).external_connections.retrieve("1", **extra)
    return server.sent[-1]


def test_headers_params_and_cookies_go_beneath_ours(server: Server, kind: Any) -> None:
    made = kind(
        headers={"X-Corp": "1", "authorization": "theirs", "X-Ours": "theirs"},
        params={"trace": "a b", "filter": "theirs"},
        cookies={"session": "1", "theme": "theirs"},
    )
    extra: dict[str, Any] = {
        "extra_headers": {"X-Ours": "ours", "Cookie": "theme=ours"},
        "extra_query": {"filter": "ours"},
    }
    sent = retrieve(server, made, **extra)
    assert sent.headers["x-corp"] == "1"
    assert sent.headers["x-ours"] == "ours"
    assert sent.headers["authorization"] == "Bearer KEY"
    assert sent.target == "/external_connections/1?filter=ours&trace=a%20b"
    assert sorted(sent.headers["cookie"].split("; ")) == ["session=1", "theme=ours"]


def test_its_jar_keeps_cookies(server: Server, kind: Any) -> None:
    server.will(Answer(200, OK.body, {**OK.headers, "Set-Cookie": "seen=1; Path=/"}))
    assert retrieve(server, kind(), times=2).headers["cookie"] == "seen=1"
    assert "cookie" not in server.sent[0].headers


def test_its_auth_signs_last_and_its_hooks_run(server: Server, kind: Any) -> None:
    seen: list[str] = []
    if kind in ASYNC:

        async def hook(message: Any) -> None:
            seen.append(type(message).__name__)

    else:

        def hook(message: Any) -> None:
            seen.append(type(message).__name__)

    hooks = {"request": [hook], "response": [hook]}
    sent = retrieve(server, kind(auth=("me", "secret"), event_hooks=hooks))
    assert sent.headers["authorization"].startswith("Basic ")
    assert seen == ["Request", "Response"]


def test_its_timeout_holds_where_we_have_none(kind: Any) -> None:
    client = AsyncTelnyx if kind in ASYNC else Telnyx
    for given, settings, expected in (
        ({"timeout": 17}, {}, (17, 17)),
        ({"timeout": None}, {}, (None, None)),
        ({"timeout": 17}, {"timeout": 3}, (3, 3)),
        ({}, {}, (5.0, 60.0)),
    ):
        timeout = client("KEY", http_client=kind(**given), **settings).timeout
        assert (timeout.connect, timeout.read) == expected


def test_its_base_url_is_refused(kind: Any) -> None:
    client = AsyncTelnyx if kind in ASYNC else Telnyx
    with pytest.raises(TelnyxError, match="base URL"):
        client("KEY", http_client=kind(base_url="https://example.com"))


async def through_aiohttp(server: Server, name: str) -> None:
    async with httpx_aiohttp.AiohttpTransport() as transport:
        client = AsyncTelnyx("KEY", base_url=server.url, transport=transport)
        await client.external_connections.retrieve(name, extra_query={"q": "a%b"})


@pytest.mark.parametrize("name", ["a b", "ü", "a@b+c", "a/b"])
def test_what_httpx_aiohttp_sends_means_the_same(server: Server, name: str) -> None:
    asyncio.run(through_aiohttp(server, name))
    path, _, query = server.sent[0].target.removeprefix("/external_connections/").partition("?")
    assert (unquote(path), query) == (name, "q=a%25b")
    assert "/" not in path


@pytest.mark.parametrize("name", ["..", ".", "a,b", "a;b"])
def test_what_httpx_aiohttp_would_change_is_not_sent(server: Server, name: str) -> None:
    with pytest.raises(RequestValidationError, match="httpx-aiohttp would decode"):
        asyncio.run(through_aiohttp(server, name))
    assert server.sent == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Length": "5"},
        {"content-length": "-1"},
        {"Content-Length": "five"},
        {"Transfer-Encoding": "chunked"},
        {"Transfer-Encoding": "gzip"},
        {"Transfer-Encoding": "0"},
    ],
)
def test_headers_that_the_protocol_refuses(server: Server, headers: dict[str, str]) -> None:
    with Telnyx("KEY", base_url=server.url) as client:
        for made, extra in ((client, headers), (client.with_options(default_headers=headers), {})):
            with pytest.raises(RequestValidationError, match="leave it out"):
                made.external_connections.retrieve("1", extra_headers=extra)
            with pytest.raises(RequestValidationError, match="leave it out"):
                made.external_connections.create(
                    external_sip_connection="zoom", outbound={}, extra_headers=extra
                )
        assert server.sent == []


def test_a_content_length_that_is_right(server: Server, clients: Clients) -> None:
    with Telnyx("KEY", base_url=server.url) as client:
        client.external_connections.retrieve("1", extra_headers={"Content-Length": "0"})
        assert "content-length" not in server.sent[-1].headers
        client.external_connections.delete("1", extra_headers={"Content-Length": "0"})
    with clients("uploads").Uploads(base_url=server.url, max_retries=0) as client:
        given = {"extra_headers": {"Content-Length": "6"}}
        client.blobs.update("1", body=iter([b"one", b"two"]), **given)
        sent = server.sent[-1]
        assert (sent.body, sent.headers["content-length"]) == (b"onetwo", "6")
        assert "transfer-encoding" not in sent.headers

        def failing() -> Iterator[bytes]:
            yield b"one"
            raise ValueError("of the caller")

        # What the caller's own content raises is the caller's.
        with pytest.raises(ValueError, match="of the caller"):
            client.blobs.update("1", body=failing())


class Broken:
    """A transport that fails in a way that no transport should."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def send(self, request: Any, timeout: Any) -> Any:
        raise self._error

    def close(self) -> None: ...


class AsyncBroken(Broken):
    async def send(self, request: Any, timeout: Any) -> Any:
        raise self._error

    async def aclose(self) -> None: ...


FOREIGN = [
    RuntimeError("odd"),
    ImportError("odd"),
    ValueError("odd"),
    UnicodeError("odd"),
    AssertionError("odd"),
]


@pytest.mark.parametrize("error", FOREIGN, ids=lambda error: type(error).__name__)
def test_any_exception_of_a_transport_is_a_connection_error(error: Exception) -> None:
    def handle(_: Any) -> Any:
        raise error

    async def call(given: Any) -> None:
        client = AsyncTelnyx("KEY", transport=given, max_retries=0)
        await client.external_connections.retrieve("1")

    for given in (Broken(error), httpx2.MockTransport(handle), httpx.MockTransport(handle)):
        with pytest.raises(APIConnectionError, match=f"{type(error).__name__}: odd"):
            Telnyx("KEY", transport=given, max_retries=0).external_connections.retrieve("1")
    for given in (AsyncBroken(error), httpx2.MockTransport(handle), httpx.MockTransport(handle)):
        with pytest.raises(APIConnectionError, match=f"{type(error).__name__}: odd"):
            asyncio.run(call(given))


def test_what_a_message_of_a_library_must_not_tell() -> None:
    def handle(_: Any) -> Any:
        raise RuntimeError("no https://example.com/x?key=S3CRET for you")

    with pytest.raises(APIConnectionError) as caught:
        Telnyx(
            "KEY", transport=httpx2.MockTransport(handle), max_retries=0
        ).external_connections.retrieve("1")
    assert "S3CRET" not in str(caught.value)
    assert "https://example.com/x for you" in str(caught.value)


@pytest.mark.parametrize("kind", [Telnyx, AsyncTelnyx])
@pytest.mark.parametrize(
    ("proxy", "said"), [("socks5://127.0.0.1:1", "socksio"), ("socks://me:S3CRET@x:1", "schemes")]
)
def test_proxies_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, kind: Any, proxy: str, said: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    monkeypatch.setitem(sys.modules, "socksio", None)

    def call() -> Any:
        return kind("KEY", max_retries=0).external_connections.retrieve("1")

    async def run() -> Any:
        return await call()

    with pytest.raises(TelnyxError, match=said) as caught:
        _ = call() if kind is Telnyx else asyncio.run(run())
    assert "S3CRET" not in str(caught.value)
