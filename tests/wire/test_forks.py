"""No process uses a connection, or waits for a lock, of the process that it was forked from."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import select
import shutil
import signal
import ssl
import subprocess
import threading
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import httpx2
import pytest
from telnyx_external_connections import APIConnectionError, AsyncTelnyx, Telnyx, TelnyxError

from .golden_client import Clients
from .server import Answer, Exchange, Server, echo, json_answer, serving, until

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        server.will(Answer(act=echo))
        yield server


class Child:
    """A forked process that sends back what `act` returns, or the error that it raises."""

    def __init__(self, act: Callable[[], Any]) -> None:
        self._pipe, end = os.pipe()
        with warnings.catch_warnings():
            # Newer Pythons warn of a fork beside threads.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._pid = os.fork()
        if self._pid == 0:
            try:
                said = act()
            except BaseException as error:
                said = f"{type(error).__name__}: {error}"
            os.write(end, json.dumps(said).encode())
            os._exit(0)
        os.close(end)

    def result(self) -> Any:
        said = b""
        while select.select([self._pipe], [], [], 60)[0] and (piece := os.read(self._pipe, 65536)):
            said += piece
        os.close(self._pipe)
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        return json.loads(said or b'"the child hangs"')


def calls(client: Any, name: str, count: int) -> list[str]:
    """Which of `count` answers on four threads are not those to their own calls."""

    def one(number: int) -> str | None:
        return client.external_connections.retrieve(f"{name}{number}").data.id

    with ThreadPoolExecutor(4) as pool:
        ids = list(pool.map(one, range(count)))
    return [f"{name}{n}: {found}" for n, found in enumerate(ids) if found != f"{name}{n}"]


def async_calls(client: Any, name: str, count: int) -> list[str]:
    """`calls` on as many tasks of a new event loop."""

    async def one(number: int) -> str | None:
        return (await client.external_connections.retrieve(f"{name}{number}")).data.id

    async def run() -> list[str | None]:
        ids: list[str | None] = []
        for start in range(0, count, 4):
            ids += await asyncio.gather(*(one(start + number) for number in range(4)))
        return ids

    ids = asyncio.run(run())
    return [f"{name}{n}: {found}" for n, found in enumerate(ids) if found != f"{name}{n}"]


@pytest.mark.parametrize(
    ("kind", "act", "transport"),
    [
        (Telnyx, calls, "httpx2"),
        (AsyncTelnyx, async_calls, "httpx2"),
        (AsyncTelnyx, async_calls, "aiohttp"),
    ],
    ids=["sync", "async", "async over aiohttp"],
)
def test_each_process_has_its_own_answers(
    server: Server, kind: Any, act: Any, transport: str
) -> None:
    client = kind("KEY", base_url=server.url, max_retries=0, transport=transport)
    twin = client.with_options(default_query={"twin": "1"})
    assert act(client, "before", 8) == []
    child = Child(lambda: act(client, "child", 52) + act(twin, "twin", 48))
    assert act(client, "parent", 100) == []
    assert child.result() == []
    # A child has children, too, and the parent goes on.
    nested = Child(lambda: act(client, "child", 4) + Child(lambda: act(twin, "n", 4)).result())
    assert nested.result() == []
    assert act(twin, "parent", 4) == []


def test_forks_beside_threads_that_call(server: Server) -> None:
    client = Telnyx("KEY", base_url=server.url, max_retries=0)
    # A child of a fork beside a *first* call waits for ever for the modules that the call imports:
    # CPython leaves it their locks. Whoever forks beside threads warms up before, as the docs say.
    client.warmup()
    stop = threading.Event()
    wrong: list[str] = []

    def go_on(name: str) -> None:
        number = 0
        while not stop.is_set():
            number += 1
            found = client.external_connections.retrieve(f"{name}{number}").data
            if found is None or found.id != f"{name}{number}":
                wrong.append(name)

    threads = [threading.Thread(target=go_on, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    try:
        for number in range(10):
            child = Child(lambda: calls(client, "child", 8))
            assert child.result() == [], number
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    assert wrong == []


def test_a_loop_that_runs_on_another_thread(server: Server) -> None:
    """Its connections stay with it: neither closed nor taken off its selector by the child."""
    client = AsyncTelnyx("KEY", base_url=server.url, max_retries=0)
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    def retrieve(name: str) -> Any:
        call = client.external_connections.retrieve(name)
        return asyncio.run_coroutine_threadsafe(call, loop).result(60).data

    try:
        assert retrieve("1").id == "1"
        for number in range(3):
            child = Child(lambda: async_calls(client, "child", 8))
            assert child.result() == [], number
            assert retrieve(f"p{number}").id == f"p{number}"
        asyncio.run_coroutine_threadsafe(client.aclose(), loop).result(60)
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


@pytest.fixture
def secure(server: Server, tmp_path: Path) -> ssl.SSLContext:
    """Puts the server behind TLS; a context that trusts it."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl makes the certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    request = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    request += ["-nodes", "-keyout", str(key), "-out", str(certificate), "-days", "2"]
    request += ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"]
    subprocess.run(request, check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    return ssl.create_default_context(cafile=str(certificate))


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_child_ends_no_connection_of_its_parent(
    server: Server, scheme: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = server.url
    if scheme == "https":
        request.getfixturevalue("secure")
        monkeypatch.setenv(
            "SSL_CERT_FILE", str(request.getfixturevalue("tmp_path") / "certificate.pem")
        )
        url = url.replace("http", "https")
    clients = [Telnyx("KEY", base_url=url, max_retries=0)]
    assert calls(clients[0], "before", 1) == []
    of_parent = {*server.open}
    assert len(of_parent) == server.accepted == 1

    def child() -> list[str]:
        with warnings.catch_warnings(record=True) as reported:
            warnings.simplefilter("always")
            wrong = calls(clients[0], "child", 1)
            clients.pop().close()
            gc.collect()
        return [*wrong, *(str(warning.message) for warning in reported)]

    assert Child(child).result() == []
    assert server.accepted == 2
    # The child's is closed, the parent's is not. On a busy machine it may be too old by now for the
    # calls that follow, so that no count of connections would say which of them they use.
    until(lambda: server.open == of_parent)
    assert calls(clients[0], "after", 2) == []
    clients.pop().close()
    until(lambda: not server.open)
    until(lambda: not server.open)


def test_a_stream_stays_with_the_parent(server: Server) -> None:
    going = threading.Event()

    def act(exchange: Exchange) -> None:
        exchange.send_response(200)
        exchange.send_header("Content-Length", "400000")
        exchange.end_headers()
        exchange.wfile.write(b"a" * 200_000)
        exchange.wfile.flush()
        going.wait(60)
        exchange.wfile.write(b"b" * 200_000)

    server.will(Answer(act=act))
    client = Telnyx("KEY", base_url=server.url, max_retries=0)
    with client.external_connections.with_streaming_response.retrieve("1") as response:
        pieces = response.iter_bytes()
        read = next(pieces)

        def child() -> list[Any]:
            try:
                taken = sum(map(len, pieces))
            except APIConnectionError as error:
                server.will(json_answer({"data": {"id": "1"}}))
                response.close()
                return [str(error), "another process" in str(error)]
            return [taken]

        said = Child(child).result()
        going.set()
        assert said[-1] is True, said
        assert len(read) + sum(map(len, pieces)) == 400_000


GIVEN: list[tuple[str, Callable[[], Any]]] = [
    ("http_client", httpx2.Client),
    ("http_client", httpx.Client),
    ("transport", httpx2.HTTPTransport),
    ("transport", httpx.HTTPTransport),
]


@pytest.mark.parametrize(("argument", "make"), GIVEN, ids=lambda value: str(value))
def test_what_was_given_belongs_to_one_process(
    server: Server, argument: str, make: Callable[[], Any]
) -> None:
    with make() as given:
        client = Telnyx("KEY", base_url=server.url, **{argument: given})
        # One that has opened nothing yet may open its connections in any process.
        assert Child(lambda: calls(client, "child", 4)).result() == []
        assert calls(client, "parent", 4) == []
        said = Child(lambda: calls(client.with_options(max_retries=0), "child", 1)).result()
        assert said.startswith(f"{TelnyxError.__name__}: the {argument}= ")
        assert "process" in said
        assert calls(client, "parent", 4) == []


def test_what_was_given_to_an_asynchronous_client(server: Server) -> None:
    async def run() -> str:
        async with httpx2.AsyncClient() as given:
            client = AsyncTelnyx("KEY", base_url=server.url, http_client=given)
            await client.external_connections.retrieve("1")
            said = Child(lambda: async_calls(client, "child", 4)).result()
            assert (await client.external_connections.retrieve("2")).data is not None
            return said

    said = asyncio.run(run())
    assert "the http_client= " in said
    assert "process" in said


def test_a_token_that_a_thread_of_the_parent_fetches(server: Server, clients: Clients) -> None:
    asked, given = threading.Event(), threading.Event()

    def act(exchange: Exchange) -> None:
        if exchange.path != "/oauth/token":
            exchange.answer(Answer(204))
            return
        if not asked.is_set():
            asked.set()
            given.wait(60)
        exchange.answer(json_answer({"access_token": "TOKEN", "expires_in": 3600}))

    server.will(Answer(act=act))
    client = clients("credentials").Credentials(
        base_url=server.url, oauth_client_id="me", oauth_client_secret="secret"
    )
    thread = threading.Thread(target=client.by_client.retrieve)
    thread.start()
    asked.wait(60)
    try:
        assert Child(client.by_client.retrieve).result() is None
    finally:
        given.set()
        thread.join()
