"""What all transports have in common: words for them, limits, TLS, proxies, and forks."""

from __future__ import annotations

import asyncio
import os
import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import aiohttp
import httpx2
import pytest
import telnyx_external_connections as telnyx
from telnyx_external_connections import AsyncTelnyx, Telnyx
from telnyx_external_connections._runtime.transport import Headers, Request
from telnyx_external_connections._runtime.transports.aiohttp import AiohttpTransport
from telnyx_external_connections._runtime.transports.pyreqwest import (
    AsyncPyreqwestTransport,
    PyreqwestTransport,
)

from clientsmith.pipeline import generate
from tests.bench.server import made_certificate
from tests.golden import golden

from ..tiers import slow
from .golden_client import CASES
from .server import Answer, Exchange, Server, echo, serving

ROOT = Path(__file__).parents[2]
WORDS = [
    (Telnyx, "httpx2"),
    (Telnyx, "pyreqwest"),
    (AsyncTelnyx, "httpx2"),
    (AsyncTelnyx, "pyreqwest"),
    (AsyncTelnyx, "aiohttp"),
]
each_word = pytest.mark.parametrize(
    ("kind", "word"), WORDS, ids=[f"{kind.__name__} {word}" for kind, word in WORDS]
)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        server.will(Answer(act=echo))
        yield server


def ids(client: Any, count: int) -> list[str]:
    """Retrieve so many things, all at once."""
    if isinstance(client, Telnyx):
        with client, ThreadPoolExecutor(count) as threads:
            retrieve = client.external_connections.retrieve
            return [each.data.id for each in threads.map(retrieve, map(str, range(count)))]

    async def run() -> list[str]:
        async with client:
            calls = (client.external_connections.retrieve(str(number)) for number in range(count))
            return [each.data.id for each in await asyncio.gather(*calls)]

    return asyncio.run(run())


@each_word
def test_a_word_names_the_library(server: Server, kind: Any, word: str) -> None:
    assert ids(kind("KEY", base_url=server.url, transport=word), 3) == ["0", "1", "2"]
    assert server.sent[0].headers["authorization"] == "Bearer KEY"


@pytest.mark.parametrize(
    ("kind", "word", "said"),
    [
        (Telnyx, "aiohttp", "takes transport='httpx2' or 'pyreqwest', not 'aiohttp'; aiohttp is"),
        (Telnyx, "requests", "Telnyx takes transport='httpx2' or 'pyreqwest', not 'requests'"),
        (AsyncTelnyx, "Aiohttp", "transport='httpx2' or 'pyreqwest' or 'aiohttp', not 'Aiohttp'"),
    ],
)
def test_an_unknown_word(kind: Any, word: str, said: str) -> None:
    with pytest.raises(telnyx.OptionError, match=said):
        kind("KEY", transport=word)


@pytest.mark.parametrize("library", ["aiohttp", "pyreqwest"])
def test_a_library_that_is_not_installed(library: str) -> None:
    script = f"""
import asyncio, sys
sys.modules[{library!r}] = None
from telnyx_external_connections import AsyncTelnyx, TelnyxError
try:
    asyncio.run(AsyncTelnyx("KEY", transport={library!r}).external_connections.retrieve("1"))
except TelnyxError as error:
    print(error)
"""
    path = {"PYTHONPATH": str(ROOT / "generated")}
    said = subprocess.run(
        [sys.executable, "-c", script], env=path, check=True, capture_output=True, text=True
    ).stdout
    assert f"needs {library}, which is not installed: pip install {library}" in said


def test_a_target_names_the_library(server: Server, tmp_path: Path) -> None:
    target = golden.target(CASES / "minimal", tmp_path)
    changes = {"transport": "pyreqwest", "output": tmp_path, "lock": None}
    generate(target.model_copy(update=changes))
    for name in ("AGENTS.md", "API.md"):
        assert "pip install pydantic pyreqwest" in (tmp_path / "minimal" / name).read_text("utf-8")
    script = """
import sys
import minimal
made = minimal.Minimal(base_url=sys.argv[1])
made._pool.transport()
assert "pyreqwest" in sys.modules and "httpx2" not in sys.modules
sys.modules["pyreqwest.client"] = None
try:
    minimal.Minimal(base_url=sys.argv[1])._pool.transport()
except minimal.MinimalError as error:
    print(error)
minimal.Minimal(base_url=sys.argv[1], transport="httpx2")._pool.transport()
"""
    said = subprocess.run(
        [sys.executable, "-c", script, server.url],
        env={"PYTHONPATH": str(tmp_path)},
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert "needs pyreqwest, which is not installed: pip install pyreqwest" in said


@each_word
def test_no_more_connections_than_allowed(server: Server, kind: Any, word: str) -> None:
    asking: set[object] = set()
    most: list[int] = []

    def act(exchange: Exchange) -> None:
        asking.add(exchange)
        most.append(len(asking))
        threading.Event().wait(0.01)
        asking.discard(exchange)
        echo(exchange)

    server.will(Answer(act=act))
    client = kind("KEY", base_url=server.url, transport=word, max_connections=3, timeout=None)
    assert ids(client, 30) == [str(number) for number in range(30)]
    assert max(most) <= 3


@each_word
def test_more_connections_than_one_pool_has(server: Server, kind: Any, word: str) -> None:
    """None of which waits for another: the server answers none before all have asked."""
    together = threading.Barrier(50, timeout=60)

    def act(exchange: Exchange) -> None:
        together.wait()
        echo(exchange)

    server.will(Answer(act=act))
    client = kind("KEY", base_url=server.url, transport=word, max_retries=0)
    assert ids(client, 50) == [str(number) for number in range(50)]


@pytest.mark.parametrize("kind", [Telnyx, AsyncTelnyx])
def test_waiting_for_a_connection_has_a_limit(server: Server, kind: Any) -> None:
    client = kind(
        "KEY",
        base_url=server.url,
        max_connections=1,
        max_retries=0,
        timeout=telnyx.Timeout(pool=0.05),
    )
    said = r"no connection of max_connections=1 became free in 0\.05 seconds"

    async def run() -> None:
        async with client, client.external_connections.with_streaming_response.retrieve("1"):
            with pytest.raises(telnyx.APITimeoutError, match=said):
                await client.external_connections.retrieve("2")
        assert (await kind("KEY", base_url=server.url).external_connections.retrieve("3")).data

    if kind is AsyncTelnyx:
        asyncio.run(run())
        return
    with client, client.external_connections.with_streaming_response.retrieve("1") as response:
        with pytest.raises(telnyx.APITimeoutError, match=said):
            client.external_connections.retrieve("2")
        response.close()
        assert client.external_connections.retrieve("3").data.id == "3"


@pytest.mark.parametrize("value", [0, -1, True, "5"])
def test_a_limit_that_is_none(value: Any) -> None:
    with pytest.raises(telnyx.OptionError, match=r"max_connections .*a whole number from 1 up"):
        Telnyx("KEY", max_connections=value)


def test_a_limit_beside_a_transport_of_the_caller() -> None:
    with pytest.raises(telnyx.OptionError, match="limit those of the Client where it is made"):
        Telnyx("KEY", http_client=httpx2.Client(), max_connections=5)


def secured(server: Server, folder: Path, *, asks: bool = False) -> Path:
    """Put the server behind TLS; return its certificate, which a client may have to show."""
    certificate = made_certificate(folder)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    if asks:
        context.verify_mode = ssl.CERT_REQUIRED
        context.load_verify_locations(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    return certificate


@each_word
def test_certificates_of_the_environment(
    server: Server, kind: Any, word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = secured(server, tmp_path)
    url = server.url.replace("http:", "https:")
    with pytest.raises(telnyx.APIConnectionError, match=r"(?i)cert"):
        ids(kind("KEY", base_url=url, transport=word), 1)
    assert server.sent == []
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert ids(kind("KEY", base_url=url, transport=word), 1) == ["0"]


def test_mutual_tls(server: Server, tmp_path: Path) -> None:
    certificate = secured(server, tmp_path, asks=True)
    url = server.url.replace("http:", "https:")
    context = ssl.create_default_context(cafile=str(certificate))
    pem = certificate.read_bytes()

    def configure(builder: Any) -> Any:
        return builder.add_root_certificate_pem(pem).identity_pem(pem)

    async def session() -> aiohttp.ClientSession:
        return aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=context))

    async def over_aiohttp() -> Any:
        async with await session() as opened:
            client = AsyncTelnyx("KEY", base_url=url, transport=AiohttpTransport(opened))
            return (await client.external_connections.retrieve("0")).data.id

    async def over_httpx2() -> Any:
        async with httpx2.AsyncClient(verify=context) as opened:
            client = AsyncTelnyx("KEY", base_url=url, http_client=opened)
            return (await client.external_connections.retrieve("0")).data.id

    with httpx2.Client(verify=context) as opened, pytest.raises(telnyx.APIConnectionError):
        ids(Telnyx("KEY", base_url=url, http_client=opened, max_retries=0), 1)
    context.load_cert_chain(certificate)
    with httpx2.Client(verify=context) as opened:
        assert ids(Telnyx("KEY", base_url=url, http_client=opened), 1) == ["0"]
    assert asyncio.run(over_httpx2()) == "0"
    assert asyncio.run(over_aiohttp()) == "0"
    with closing(PyreqwestTransport(configure=configure)) as transport:
        assert ids(Telnyx("KEY", base_url=url, transport=transport), 1) == ["0"]
    transport = AsyncPyreqwestTransport(configure=configure)
    assert ids(AsyncTelnyx("KEY", base_url=url, transport=transport), 1) == ["0"]


@pytest.mark.parametrize("kind", [Telnyx, AsyncTelnyx])
def test_pyreqwest_takes_http_2_where_it_is_offered(
    kind: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = made_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    context.set_alpn_protocols(["h2", "http/1.1"])
    chosen: list[str | None] = []

    def serve() -> None:
        plain, _ = listener.accept()
        with suppress(OSError), context.wrap_socket(plain, server_side=True) as opened:
            chosen.append(opened.selected_alpn_protocol())

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve)
        thread.start()
        url = f"https://127.0.0.1:{listener.getsockname()[1]}"
        with pytest.raises(telnyx.APIConnectionError):
            ids(kind("KEY", base_url=url, transport="pyreqwest", max_retries=0), 1)
        thread.join()
    assert chosen == ["h2"]


@contextmanager
def proxy(greet: Callable[[socket.socket], tuple[str, int]]) -> Iterator[tuple[int, list[Any]]]:
    """Serve a proxy that connects each client to where `greet` reads that it wants to go."""
    asked: list[Any] = []
    listener = socket.create_server(("127.0.0.1", 0))

    def pump(source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while piece := source.recv(65_536):
                target.sendall(piece)
            target.shutdown(socket.SHUT_WR)

    def serve() -> None:
        with suppress(OSError):
            while True:
                client, _ = listener.accept()
                asked.append(greet(client))
                target = socket.create_connection(("127.0.0.1", asked[-1][1]))
                for ends in ((client, target), (target, client)):
                    threading.Thread(target=pump, args=ends, daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    with listener:
        yield listener.getsockname()[1], asked


def connect(client: socket.socket) -> tuple[str, int]:
    """Answer an HTTP `CONNECT` (RFC 9110, 9.3.6)."""
    head = b""
    while b"\r\n\r\n" not in head:
        head += client.recv(1)
    assert head.startswith(b"CONNECT ")
    client.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
    host, _, port = head.split()[1].decode().partition(":")
    return host, int(port)


def socks(client: socket.socket) -> tuple[str, int]:
    """Answer a SOCKS 5 greeting and `CONNECT` (RFC 1928)."""
    _, methods = client.recv(2)
    client.recv(methods)
    client.sendall(b"\5\0")
    *_, kind = client.recv(4)
    if kind == 1:
        host = socket.inet_ntoa(client.recv(4))
    else:
        host = client.recv(client.recv(1)[0]).decode()
    port = int.from_bytes(client.recv(2), "big")
    client.sendall(b"\5\0\0\1\0\0\0\0\0\0")
    return host, port


@each_word
def test_an_http_proxy_of_the_environment(
    server: Server, kind: Any, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", server.url)
    assert ids(kind("KEY", base_url="http://api.invalid", transport=word), 1) == ["0"]
    assert server.sent[0].target.startswith("http://api.invalid/external_connections/0")
    monkeypatch.setenv("no_proxy", "127.0.0.1,api.invalid")
    assert ids(kind("KEY", base_url=server.url, transport=word), 1) == ["0"]
    assert server.sent[-1].target == "/external_connections/0"


@each_word
@pytest.mark.parametrize("scheme", ["http", "socks5"])
def test_a_tunnel_through_a_proxy_of_the_environment(
    server: Server,
    kind: Any,
    word: str,
    scheme: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(secured(server, tmp_path)))
    url = server.url.replace("http:", "https:")
    with proxy(connect if scheme == "http" else socks) as (port, asked):
        monkeypatch.setenv("https_proxy", f"{scheme}://127.0.0.1:{port}")
        client = kind("KEY", base_url=url, transport=word, max_retries=0)
        if scheme == "socks5" and word == "aiohttp":
            with pytest.raises(telnyx.TelnyxError, match="SOCKS proxy"):
                ids(client, 1)
            return
        if scheme == "socks5" and word == "httpx2":
            pytest.importorskip("socksio", reason="SOCKS over httpx2 takes the package socksio")
        assert ids(client, 1) == ["0"]
        assert asked == [("127.0.0.1", server.server_port)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
@pytest.mark.parametrize("kind", ["Telnyx", slow("AsyncTelnyx")])
def test_pyreqwest_says_that_it_cannot_live_through_a_fork(server: Server, kind: str) -> None:
    script = f"""
import os, sys
from telnyx_external_connections import *
from tests.wire.test_transports import ids
url = sys.argv[1]
print(ids({kind}("KEY", base_url=url, transport="pyreqwest"), 1), flush=True)
if (child := os.fork()) == 0:
    try:
        ids({kind}("KEY", base_url=url, transport="pyreqwest"), 1)
    except TelnyxError as error:
        print(error, flush=True)
    print(ids({kind}("KEY", base_url=url), 1), flush=True)
    os._exit(0)
os.waitpid(child, 0)
"""
    path = ":".join(str(ROOT / folder) for folder in ("generated", "."))
    ran = subprocess.run(
        [sys.executable, "-c", script, server.url],
        env={"PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    first, said, second = ran.stdout.splitlines()
    assert (first, second) == ("['0']", "['0']")
    assert "pyreqwest was used before this process was forked" in said


class Slow:
    """Content of eight pieces, which take longer together than one step may."""

    replays = True

    def __iter__(self) -> Iterator[bytes]:
        for _ in range(8):
            threading.Event().wait(0.05)
            yield b"x" * 1_000

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            await asyncio.sleep(0)
            yield piece


def uploaded(server: Server, is_async: bool, content: Any, length: int) -> int:
    """Send content by pyreqwest with 0.2 seconds for each step; return the length that came."""
    headers = Headers([(b"Content-Length", b"%d" % length)])
    request = Request("POST", f"{server.url}/x", headers, content, reads_whole=True)
    if is_async:
        asyncio.run(AsyncPyreqwestTransport().send(request, telnyx.Timeout(0.2)))
    else:
        PyreqwestTransport().send(request, telnyx.Timeout(0.2))
    return len(server.sent[-1].body)


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_pyreqwest_limits_each_step_of_an_upload(server: Server, is_async: bool) -> None:
    server.will(Answer(200, b"{}"))
    assert uploaded(server, is_async, Slow(), 8_000) == 8_000
    assert uploaded(server, is_async, b"x" * 5_000_000, 5_000_000) == 5_000_000
    released = threading.Event()
    server.will(Answer(act=lambda exchange: bool(released.wait(60))))
    with pytest.raises(TimeoutError, match="took too long"):
        uploaded(server, is_async, Slow(), 8_000)
    released.set()
