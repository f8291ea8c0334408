"""What a server that means harm cannot do to a client: lead it elsewhere, fill its memory, or keep
it busy for ever. Over real connections, by each transport that ships."""

from __future__ import annotations

import gzip
import shutil
import ssl
import subprocess
import tracemalloc
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest
import telnyx_external_connections as telnyx

from .golden_client import Clients, Face, faces
from .senders import ITEM, KEY, SENDERS, Sender, page, walk
from .server import Answer, Exchange, Server, json_answer, serving

MEGABYTE = 1024 * 1024


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(params=SENDERS)
def sender(request: pytest.FixtureRequest, server: Server) -> Sender:
    return Sender(request.param, server)


@pytest.fixture(params=["httpx2", "httpx2 async"])
def client(request: pytest.FixtureRequest, server: Server) -> Sender:
    """Both kinds of client, where the transport makes no difference."""
    return Sender(request.param, server)


@pytest.fixture(scope="module")
def pages(clients: Clients) -> ModuleType:
    return clients("pages")


@pytest.fixture(scope="module")
def answers(clients: Clients) -> ModuleType:
    return clients("answers")


# Where requests go


def elsewhere(server: Server, other: Server) -> list[str]:
    """References that do not lead to the origin of `server`."""
    port = server.server_port
    return [
        f"{other.url}/x",
        f"//127.0.0.1:{other.server_port}/x",
        "//evil.example/x",
        "https://127.0.0.1/x",
        f"https://127.0.0.1:{other.server_port}/x",
        f"https://me@127.0.0.1:{port}/x",
        f"https://localhost:{port}/x",
        f"ftp://127.0.0.1:{port}/x",
        f"http://127.0.0.1:{port}@127.0.0.1:{other.server_port}/x",
        f"http://me@127.0.0.1:{port}/x",
        f"http://127.0.0.1:{port}:{other.server_port}/x",
        f"http://localhost:{port}/x",
        "file:///etc/passwd",
        "javascript:x",
        "http://[",
    ]


def test_no_redirect_leads_to_another_origin(client: Sender, server: Server) -> None:
    with serving() as other:
        other.will(ITEM)
        for location in (*elsewhere(server, other), f"https://127.0.0.1:{server.server_port}/x"):
            server.will(Answer(307, b"moved", {"Location": location}))
            with pytest.raises(telnyx.APIStatusError):
                client.retrieve()
            assert len(server.sent) == 1, location
        assert other.sent == []


@pytest.mark.skipif(shutil.which("openssl") is None, reason="makes the certificate")
def test_no_redirect_leads_from_https_to_http(server: Server, tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    request = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    request += ["-nodes", "-keyout", str(key), "-out", str(certificate), "-days", "2"]
    request += ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"]
    subprocess.run(request, check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    verify = ssl.create_default_context(cafile=str(certificate))
    with serving() as secure, httpx2.Client(verify=verify) as http_client:
        secure.socket = context.wrap_socket(secure.socket, server_side=True)
        server.will(ITEM)
        url = f"https://127.0.0.1:{secure.server_port}"
        for port in (secure.server_port, server.server_port):
            secure.will(Answer(307, b"", {"Location": f"http://127.0.0.1:{port}/x"}))
            with (
                telnyx.Telnyx("KEY", base_url=url, http_client=http_client) as client,
                pytest.raises(telnyx.APIStatusError, match="another origin"),
            ):
                client.external_connections.retrieve("1")
            assert len(secure.sent) == 1
        assert server.sent == []


def test_no_redirect_breaks_the_line_of_a_request(sender: Sender, server: Server) -> None:
    for location, target in (
        ("/x y\tz HTTP/1.1", "/x%20y%09z%20HTTP/1.1"),
        ("\\\\evil.example\\x", "/api/external_connections/%5C%5Cevil.example%5Cx"),
        ("/../../../x", "/x"),
        ("/%0d%0aX-Evil:%201", "/%0d%0aX-Evil:%201"),
    ):
        server.will(Answer(307, b"moved", {"Location": location}), ITEM)
        assert sender.retrieve().data.id == "1"
        assert server.sent[1].target.lower() == target.lower()
        assert "x-evil" not in server.sent[1].headers


def test_a_redirect_with_a_huge_body_is_not_followed(client: Sender, server: Server) -> None:
    server.will(Answer(307, b"x" * 300_000, {"Location": "/x"}), ITEM)
    with pytest.raises(telnyx.ResponseTooLargeError):
        client.retrieve(max_response_bytes=100_000)
    assert len(server.sent) == 1
    assert client.retrieve().data.id == "1"


@pytest.mark.parametrize("name", ["articles", "repos"])
def test_no_page_leads_to_another_origin(
    name: str, client: Sender, server: Server, pages: ModuleType
) -> None:
    with serving() as other:
        other.will(page(name, ""))
        for url in elsewhere(server, other):
            server.will(page(name, url))
            with pytest.raises(pages.PagesError, match="next page"):
                walk(client, pages, name)
            assert len(server.sent) == 1, url
        assert other.sent == []


def test_no_page_breaks_the_line_of_a_request(
    sender: Sender, server: Server, pages: ModuleType
) -> None:
    last = json_answer({"data": [{"id": "b"}]})
    for url in (
        "/x y HTTP/1.1\r\nX-Evil: 1\r\n\r\n",
        "\\\\evil.example/\u2028\u0085x",
        "ht\ntp://x",
    ):
        server.will(page("articles", url), last)
        assert [item.id for item in walk(sender, pages, "articles")] == ["a", "b"]
        assert server.sent[1].target.isascii()
        assert " " not in server.sent[1].target
        assert "x-evil" not in server.sent[1].headers


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\x00b", "a\u2028b"])
def test_no_caller_breaks_the_line_of_a_header(client: Sender, server: Server, value: str) -> None:
    server.will(ITEM)
    for headers in ({"X-Note": value}, {value: "x"}):
        with pytest.raises(telnyx.RequestValidationError):
            client.run(
                lambda made, given=headers: made.external_connections.retrieve(
                    "1", extra_headers=given
                ),
                api_key="KEY",
            )
    assert server.sent == []


def test_no_cookie_is_kept(sender: Sender, server: Server) -> None:
    server.will(Answer(200, ITEM.body, {**ITEM.headers, "Set-Cookie": "session=1; Path=/"}))
    is_async = SENDERS[sender.name][0]

    async def twice(client: Any) -> None:
        for _ in range(2):
            await client.external_connections.retrieve("1")

    def both(client: Any) -> None:
        for _ in range(2):
            client.external_connections.retrieve("1")

    sender.run(twice if is_async else both, api_key="KEY")
    assert len(server.sent) == 2
    assert not [sent for sent in server.sent if "cookie" in sent.headers]


@pytest.mark.parametrize(
    "url", ["https://me:S3CRET-KEY@x.example", "https://x.example\\@evil.example", "//x.example"]
)
def test_no_base_url_has_a_user(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(telnyx.TelnyxError) as caught:
        telnyx.Telnyx("KEY", base_url=url)
    assert KEY not in str(caught.value)
    monkeypatch.setenv("TELNYX_BASE_URL", url)
    with pytest.raises(telnyx.TelnyxError):
        telnyx.AsyncTelnyx("KEY")


# What answers cost


@pytest.fixture(scope="module")
def bomb() -> bytes:
    """Some 250 kB that are 256 MB."""
    return gzip.compress(bytes(256 * MEGABYTE), 6)


def peak(call: Callable[[], Any]) -> int:
    """The most bytes that were in use at a time."""
    tracemalloc.start()
    try:
        call()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("status", "error"), [(200, telnyx.ResponseTooLargeError), (404, telnyx.NotFoundError)]
)
def test_a_bomb_is_not_unpacked(
    sender: Sender, server: Server, bomb: bytes, status: int, error: type[Exception]
) -> None:
    server.will(Answer(status, bomb, {**ITEM.headers, "Content-Encoding": "gzip"}))

    def call() -> None:
        with pytest.raises(error):
            sender.retrieve(max_response_bytes=MEGABYTE)

    # httpx unpacks 64 kB at a time, which can be a thousand times that; the others do less.
    assert peak(call) < 160 * MEGABYTE


@pytest.mark.parametrize("coding", ["gzip, gzip", "br", "zstd", "deflate, gzip"])
def test_no_coding_is_read_that_was_not_asked_for(
    sender: Sender, server: Server, bomb: bytes, coding: str
) -> None:
    twice = Answer(200, gzip.compress(bomb), {**ITEM.headers, "Content-Encoding": coding})
    server.will(twice)

    def call() -> None:
        with pytest.raises((telnyx.APIConnectionError, telnyx.APIResponseValidationError)):
            sender.retrieve(max_response_bytes=MEGABYTE)

    assert peak(call) < 16 * MEGABYTE


@pytest.mark.parametrize("lines", [["X: " + "a" * 1_000_000], ["X: " + "a" * 50] * 6_000])
def test_headers_have_an_end(sender: Sender, server: Server, lines: list[str]) -> None:
    def act(exchange: Exchange) -> None:
        exchange.close_connection = True
        exchange.wfile.write("\r\n".join(["HTTP/1.1 200 OK", *lines, "", "{}"]).encode())

    server.will(Answer(act=act))
    with pytest.raises(telnyx.APIConnectionError):
        sender.retrieve()


@pytest.mark.parametrize("text", ["<" * 40_000, '<>\\"' * 10_000])
def test_of_a_link_header_no_more_is_read_than_servers_send(
    client: Sender,
    server: Server,
    pages: ModuleType,
    text: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from pages._runtime import links  # pyright: ignore[reportMissingImports]

    read: list[int] = []
    pattern = links._LINK

    class Counting:
        def findall(self, header: str) -> list[Any]:
            read.append(len(header))
            return pattern.findall(header)

    monkeypatch.setattr(links, "_LINK", Counting())
    server.will(json_answer([{"id": "a"}], Link=text))
    assert len(walk(client, pages, "repos")) == 1
    assert sum(read) <= 10_000


@pytest.mark.parametrize(
    "body",
    [b"[" * 200_000, b'{"data":' * 100_000, b'{"data":{"id":' + b"1" * 6_000 + b"}}"],
    ids=["lists", "objects", "a number"],
)
@pytest.mark.parametrize("status", [200, 404])
def test_json_that_no_parser_takes_is_an_error_of_ours(
    client: Sender, server: Server, body: bytes, status: int
) -> None:
    server.will(Answer(status, body, ITEM.headers))
    with pytest.raises(telnyx.APIError) as caught:
        client.retrieve()
    assert len(str(caught.value)) < 1_000
    assert caught.value.response is not None
    with pytest.raises(ValueError, match=r"nested|digits"):
        caught.value.response.json()


# How long a call takes


@pytest.mark.parametrize(
    "asked",
    [
        *("1e999", "-1e999", "nan", "-1", "1000000", "9" * 5_000, "", ";"),
        "Fri, 31 Dec 9999 23:59:59 GMT",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "Fri, 31 Dec 99999999999999999999 23:59:59 GMT",
        "Fri, 31 Dec 2026 23:59:59 +999999999999999999",
    ],
)
def test_no_server_decides_on_a_long_pause(
    client: Sender, server: Server, naps: list[float], asked: str
) -> None:
    for name in ("Retry-After", "retry-after-ms"):
        naps.clear()
        server.will(Answer(429, b"", {name: asked}), ITEM)
        # What no number says counts for nothing; one beyond what is waited for ends the tries.
        try:
            assert client.retrieve(max_retries=1).data.id == "1"
        except telnyx.RateLimitError:
            assert (len(server.sent), naps) == (1, [])
        else:
            assert len(naps) == 1
            assert 0 <= naps[0] <= 8


def test_pages_without_items_come_to_an_end(
    client: Sender, server: Server, pages: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages.__name__ + "._runtime.pagination.MOST_EMPTY", 20)
    empty = [json_answer({"files": [], "nextPageToken": f"t{n}"}) for n in range(40)]
    server.will(*empty)
    with pytest.raises(pages.PagesError, match="20 pages in a row have no items"):
        walk(client, pages, "files")
    assert len(server.sent) == 21
    server.will(*empty[:20], json_answer({"files": [{"id": "a"}]}))
    assert len(walk(client, pages, "files")) == 1


def test_a_cursor_of_thousands_of_digits_is_a_text(server: Server, pages: ModuleType) -> None:
    cursors = import_module("pages._runtime.cursors")
    plan = cursors.HeaderCursor("cursor", "x-next-cursor", number=True)
    server.will(json_answer(["a"], X_Next_Cursor="1" * 5_000))
    with pages.Pages(base_url=f"{server.url}/api") as client:
        first = client.events.list()
        call = plan.next(first, first._origin.call)
    assert call.arguments["cursor"] == "1" * 5_000


@pytest.mark.parametrize(("pause", "tries"), [("59000", 3), ("9999999", 1)])
def test_events_that_only_break_off_come_to_an_end(
    client: Sender, server: Server, answers: ModuleType, naps: list[float], pause: str, tries: int
) -> None:
    def act(exchange: Exchange) -> None:
        exchange.close_connection = True
        head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 999\r\n\r\n"
        exchange.wfile.write(f"{head}retry: {pause}\nid: 7\n\n".encode())

    server.will(Answer(act=act))
    face = faces(answers, "Answers")[SENDERS[client.name][0]]
    with pytest.raises(answers.APIConnectionError):
        list_events(face, base_url=server.url, max_retries=2)
    assert len(server.sent) == tries
    assert naps == [59.0] * (tries - 1)


def list_events(face: Face, **settings: Any) -> list[Any]:
    async def course(client: Any) -> list[Any]:
        return [item async for item in await client.events.retrieve()]

    act = course if face.is_async else lambda client: list(client.events.retrieve())
    return face.run(act, **settings)
