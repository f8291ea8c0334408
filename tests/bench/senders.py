"""Ways to make one and the same call over a connection: by HTTP libraries, and by our client."""

from __future__ import annotations

import http.client
import json
import os
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import (
    AbstractAsyncContextManager,
    AbstractContextManager,
    ExitStack,
    asynccontextmanager,
    closing,
    contextmanager,
)
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import httpx2
import pyqwest
from pyreqwest.client import ClientBuilder, SyncClientBuilder
from telnyx_external_connections import AsyncTelnyx, Telnyx
from telnyx_external_connections._runtime.transports.aiohttp import AiohttpTransport
from telnyx_external_connections._runtime.transports.pyreqwest import (
    AsyncPyreqwestTransport,
    PyreqwestTransport,
)

PATH = "/external_connections"
SENT = b'{"external_sip_connection":"zoom","outbound":{}}'
HEADERS = {
    "Accept": "application/json",
    "Authorization": "Bearer KEY",
    "Content-Type": "application/json",
    "User-Agent": "bench",
}

Call = Callable[[], Any]
AsyncCall = Callable[[], Awaitable[Any]]
Sync = Callable[[str, str], AbstractContextManager[Call]]
Async = Callable[[str, str], AbstractAsyncContextManager[AsyncCall]]
"""By the URL of the server and the method: `GET` or `POST`."""


def _trusted() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=os.environ["SSL_CERT_FILE"])


def _authorities() -> bytes:
    return Path(os.environ["SSL_CERT_FILE"]).read_bytes()


@asynccontextmanager
async def plain_aiohttp(url: str, method: str) -> AsyncIterator[AsyncCall]:
    connector = aiohttp.TCPConnector(limit=1000, ssl=_trusted())
    async with aiohttp.ClientSession(connector=connector) as session:

        async def call() -> Any:
            data = SENT if method == "POST" else None
            async with session.request(method, url + PATH, data=data, headers=HEADERS) as answer:
                return json.loads(await answer.read())

        yield call


@asynccontextmanager
async def plain_httpx2(url: str, method: str) -> AsyncIterator[AsyncCall]:
    async with httpx2.AsyncClient(timeout=None) as client:

        async def call() -> Any:
            content = SENT if method == "POST" else None
            answer = await client.request(method, url + PATH, content=content, headers=HEADERS)
            return json.loads(answer.content)

        yield call


@asynccontextmanager
async def plain_pyreqwest(url: str, method: str) -> AsyncIterator[AsyncCall]:
    builder = ClientBuilder().follow_redirects(False).add_root_certificate_pem(_authorities())
    async with builder.build() as client:

        async def call() -> Any:
            made = client.request(method, url + PATH).headers(HEADERS)
            if method == "POST":
                made = made.body_bytes(SENT)
            return json.loads(bytes(await (await made.build().send()).bytes()))

        yield call


@asynccontextmanager
async def plain_pyqwest(url: str, method: str) -> AsyncIterator[AsyncCall]:
    client = pyqwest.Client(pyqwest.HTTPTransport(tls_ca_cert=_authorities()))

    async def call() -> Any:
        content = SENT if method == "POST" else None
        answer = await client.execute(method, url + PATH, HEADERS, content)
        return json.loads(answer.content)

    yield call


def _ours(client: Any, method: str) -> Call:
    resource = client.external_connections
    if method == "GET":
        return lambda: resource.list(page_size=250)
    return lambda: resource.create(external_sip_connection="zoom", outbound={})


def ours_async(make: Callable[[], Any] | None = None) -> Async:
    """Return our asynchronous client over the transport that `make` returns, or its own."""

    @asynccontextmanager
    async def sender(url: str, method: str) -> AsyncIterator[AsyncCall]:
        transport = None if make is None else make()
        async with AsyncTelnyx("KEY", base_url=url, transport=transport, max_retries=0) as client:
            yield _ours(client, method)
        if hasattr(transport, "aclose"):
            await transport.aclose()

    return sender


@contextmanager
def bare_socket(url: str, method: str) -> Iterator[Call]:
    address = urlsplit(url)
    lines = [f"{method} {PATH} HTTP/1.1", f"Host: {address.netloc}"]
    lines += [f"{name}: {value}" for name, value in HEADERS.items()]
    content = SENT if method == "POST" else b""
    head = "\r\n".join([*lines, f"Content-Length: {len(content)}", "\r\n"]).encode()
    with socket.create_connection((address.hostname, address.port)) as plain, ExitStack() as stack:
        opened = plain
        if address.scheme == "https":
            opened = _trusted().wrap_socket(plain, server_hostname=address.hostname)
            stack.enter_context(opened)

        def call() -> Any:
            opened.sendall(head + content)
            got = opened.recv(262_144)
            answered, _, body = got.partition(b"\r\n\r\n")
            length = int(answered.partition(b"Content-Length: ")[2].partition(b"\r\n")[0])
            while len(body) < length:
                body += opened.recv(262_144)
            return json.loads(body)

        yield call


@contextmanager
def plain_http_client(url: str, method: str) -> Iterator[Call]:
    address = urlsplit(url)
    if address.scheme == "https":
        opened: Any = http.client.HTTPSConnection(address.netloc, context=_trusted())
    else:
        opened = http.client.HTTPConnection(address.netloc)

    def call() -> Any:
        opened.request(method, PATH, body=SENT if method == "POST" else None, headers=HEADERS)
        return json.loads(opened.getresponse().read())

    with closing(opened):
        yield call


@contextmanager
def plain_httpx2_sync(url: str, method: str) -> Iterator[Call]:
    with httpx2.Client(timeout=None) as client:

        def call() -> Any:
            content = SENT if method == "POST" else None
            return json.loads(
                client.request(method, url + PATH, content=content, headers=HEADERS).content
            )

        yield call


@contextmanager
def plain_pyreqwest_sync(url: str, method: str) -> Iterator[Call]:
    builder = SyncClientBuilder().follow_redirects(False).add_root_certificate_pem(_authorities())
    with builder.build() as client:

        def call() -> Any:
            made = client.request(method, url + PATH).headers(HEADERS)
            if method == "POST":
                made = made.body_bytes(SENT)
            return json.loads(bytes(made.build().send().bytes()))

        yield call


@contextmanager
def plain_pyqwest_sync(url: str, method: str) -> Iterator[Call]:
    client = pyqwest.SyncClient(pyqwest.SyncHTTPTransport(tls_ca_cert=_authorities()))

    def call() -> Any:
        content = SENT if method == "POST" else None
        return json.loads(client.execute(method, url + PATH, HEADERS, content).content)

    yield call


def ours_sync(make: Callable[[], Any] | None = None) -> Sync:
    """Return our synchronous client over the transport that `make` returns, or its own."""

    @contextmanager
    def sender(url: str, method: str) -> Iterator[Call]:
        transport = None if make is None else make()
        with Telnyx("KEY", base_url=url, transport=transport, max_retries=0) as client:
            yield _ours(client, method)
        if hasattr(transport, "close"):
            transport.close()

    return sender


ASYNC: dict[str, Async] = {
    "plain pyreqwest": plain_pyreqwest,
    "plain pyqwest": plain_pyqwest,
    "plain aiohttp": plain_aiohttp,
    "plain httpx2": plain_httpx2,
    "ours over pyreqwest": ours_async(AsyncPyreqwestTransport),
    "ours over aiohttp": ours_async(AiohttpTransport),
    "ours over httpx2": ours_async(),
}
SYNC: dict[str, Sync] = {
    "bare socket": bare_socket,
    "http.client": plain_http_client,
    "plain pyreqwest": plain_pyreqwest_sync,
    "plain pyqwest": plain_pyqwest_sync,
    "plain httpx2": plain_httpx2_sync,
    "ours over pyreqwest": ours_sync(PyreqwestTransport),
    "ours over httpx2": ours_sync(),
}
