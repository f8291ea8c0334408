"""A client on several event loops, and what becomes of the connections of clients and loops that
end: in processes of their own, where no warning may be left."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import httpx
import httpx2
import pytest
from telnyx_external_connections import AsyncTelnyx, TelnyxError
from telnyx_external_connections._runtime.transports.aiohttp import AiohttpTransport

from .server import Answer, Exchange, Server, echo, serving, until

ROOT = Path(__file__).parents[2]


def echo_or_404(exchange: Exchange) -> None:
    if "/missing/" in exchange.path:
        exchange.answer(Answer(404))
    else:
        echo(exchange)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        server.will(Answer(act=echo_or_404))
        yield server


async def calls(client: Any, name: str, count: int = 8) -> None:
    """Calls beside each other, each with its own answer."""
    found = await asyncio.gather(
        *(client.external_connections.retrieve(f"{name}{number}") for number in range(count))
    )
    assert [each.data.id for each in found] == [f"{name}{number}" for number in range(count)]


async def cancelled(work: Coroutine[Any, Any, Any], turns: int) -> None:
    """Cancel this after so many turns of the loop."""
    task = asyncio.ensure_future(work)
    for _ in range(turns):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])


@pytest.mark.parametrize("turns", [1, 4, 9])
@pytest.mark.parametrize("transport", ["httpx2", "aiohttp"])
def test_a_close_that_is_cancelled_closes_every_connection(
    server: Server, transport: str, turns: int
) -> None:
    async def run() -> None:
        client = AsyncTelnyx("KEY", base_url=server.url, max_retries=0, transport=transport)
        await calls(client, "before", 24)
        await cancelled(client.aclose(), turns)
        await asyncio.to_thread(until, lambda: not server.open)

    asyncio.run(run())


def test_a_call_that_is_cancelled_closes_all_of_the_pool_that_it_leaves_last(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    # By default five pools of httpx2 are kept, which takes more than 100 connections to exceed.
    monkeypatch.setattr("telnyx_external_connections._runtime.transports.shares._KEPT", 0)

    async def run(turns: int) -> None:
        client = AsyncTelnyx("KEY", base_url=server.url, max_retries=0)
        retrieve = client.external_connections.with_streaming_response.retrieve
        async with AsyncExitStack() as stack:
            # Nobody has read these answers yet, so that each has a connection of its own.
            answers = [await stack.enter_async_context(retrieve(f"{n}")) for n in range(12)]
            assert len(server.open) == 12
            *others, last = answers
            for answer in others:
                await answer.read()
            await cancelled(last.read(), turns)
        await asyncio.to_thread(until, lambda: not server.open)
        await client.aclose()

    for turns in range(1, 20, 2):
        asyncio.run(run(turns))


def test_one_loop_after_the_other(server: Server) -> None:
    client = AsyncTelnyx("KEY", base_url=server.url, max_retries=0)
    for number in range(10):
        asyncio.run(calls(client, f"run{number}-"))
        until(lambda: not server.open)

    async def end() -> None:
        await calls(client, "end")
        await client.aclose()

    asyncio.run(end())
    assert client.is_closed
    with pytest.raises(TelnyxError, match="closed"):
        asyncio.run(calls(client, "after"))


def test_two_loops_at_once(server: Server) -> None:
    client = AsyncTelnyx("KEY", base_url=server.url, max_retries=0)
    twin = client.with_options(timeout=30)

    async def many(made: Any, name: str) -> None:
        for number in range(10):
            await calls(made, f"{name}{number}-", 4)

    with ThreadPoolExecutor(2) as threads:
        runs = [
            threads.submit(asyncio.run, many(made, name))
            for made, name in ((client, "a"), (twin, "b"))
        ]
        for run in runs:
            run.result()
    until(lambda: not server.open)


def test_closing_on_one_loop_closes_on_all(server: Server) -> None:
    client = AsyncTelnyx("KEY", base_url=server.url, max_retries=0)

    async def run() -> None:
        await calls(client, "here", 2)
        other = asyncio.new_event_loop()
        there = asyncio.get_running_loop().run_in_executor
        await there(None, other.run_until_complete, calls(client, "there", 2))
        assert len(server.open) == 4
        await client.aclose()
        with pytest.raises(TelnyxError, match="closed"):
            await calls(client, "here", 1)
        # Its own loop closes the others in its next round.
        await there(None, other.run_until_complete, asyncio.sleep(0))
        await there(None, other.run_until_complete, other.shutdown_asyncgens())
        await there(None, until, lambda: not server.open)
        other.close()

    asyncio.run(run())


GIVEN: list[tuple[str, Callable[[], Any]]] = [
    ("http_client", httpx2.AsyncClient),
    ("http_client", httpx.AsyncClient),
    ("transport", httpx2.AsyncHTTPTransport),
    ("transport", AiohttpTransport),
]


@pytest.mark.parametrize(("argument", "make"), GIVEN)
def test_what_was_given_belongs_to_one_loop(
    server: Server, argument: str, make: Callable[[], Any]
) -> None:
    made: list[Any] = []

    async def first() -> None:
        made.append(make())
        client = AsyncTelnyx("KEY", base_url=server.url, **{argument: made[0]})
        client.warmup()
        made.append(client)
        await calls(client, "first", 2)
        await calls(client.with_options(timeout=30), "second", 2)
        await made[0].aclose()

    asyncio.run(first())
    client = made[1]
    client.warmup()
    for again in (client, client.with_options(max_retries=0)):
        with pytest.raises(TelnyxError, match=f"the {argument}= .* another event loop"):
            asyncio.run(calls(again, "other"))


HEAD = """
import asyncio, gc, sys
from telnyx_external_connections import APIError, AsyncTelnyx, Telnyx
from tests.wire.server import until
from tests.wire.test_loops import calls
gc.collect()
gc.disable()
url = sys.argv[1]
settings = {"base_url": url, "max_retries": 0}
"""


def runs(server: Server, script: str) -> None:
    """Run a script in a process whose every warning is an error, and see nothing said."""
    command = [sys.executable, "-X", "dev", "-W", "error", "-c", HEAD + script, server.url]
    path = ":".join(str(ROOT / folder) for folder in ("generated", "."))
    ran = subprocess.run(
        command, env={"PYTHONPATH": path}, capture_output=True, text=True, timeout=120, check=False
    )
    # `-X dev` also tells of tasks and callbacks that are slow, as any is on a busy machine.
    said = [line for line in ran.stderr.splitlines() if not line.startswith("Executing <")]
    assert (ran.returncode, ran.stdout, said) == (0, "", [])


@pytest.mark.parametrize("transport", ["httpx2", "aiohttp", "pyreqwest"])
def test_loops_of_every_kind_end_without_a_warning(server: Server, transport: str) -> None:
    runs(
        server,
        f"""
client = AsyncTelnyx("KEY", transport={transport!r}, **settings)
for number in range(3):
    asyncio.run(calls(client, "run"))
# Without `shutdown_asyncgens`.
for number in range(3):
    loop = asyncio.new_event_loop()
    loop.run_until_complete(calls(client, "loop"))
    loop.close()
asyncio.run(calls(client, "last"))
loop = asyncio.new_event_loop()
loop.run_until_complete(calls(client, "loop"))
loop.close()
del client
gc.collect()
""",
    )
    until(lambda: not server.open)


def test_dropped_clients_free_their_connections(server: Server) -> None:
    """At once, without the garbage collector, and also after calls that failed."""
    runs(
        server,
        """
import os

def count():
    return len(os.listdir("/proc/self/fd"))

def use(other):
    client = Telnyx("KEY", **settings)
    client.external_connections.retrieve("1")
    client.with_options(timeout=3).external_connections.log_messages.retrieve("1")
    try:
        client.with_options(**other).external_connections.retrieve("fails")
    except APIError:
        pass

async def async_use(other):
    client = AsyncTelnyx("KEY", **settings)
    await calls(client, "a")
    try:
        await client.with_options(**other).external_connections.retrieve("fails")
    except APIError:
        pass

async def main(other):
    before = count()
    await async_use(other)
    # The loop closes them in its next rounds, of which a busy machine may need more.
    for _ in range(6_000):
        if count() <= before:
            return
        await asyncio.sleep(0.005)
    raise TimeoutError(f"{count()} descriptors are open, {before} were")

# Calls that succeed, that are answered 404, and that nobody answers.
ways = ({}, {"base_url": f"{url}/missing"}, {"base_url": "http://127.0.0.1:1"})
for other in ways:
    use(other)
before = count()
for other in ways:
    use(other)
    assert count() <= before
    asyncio.run(main(other))
gc.collect()
""",
    )
    until(lambda: not server.open)
