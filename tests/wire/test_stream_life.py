"""Streams that are closed, dropped, interrupted or fail while somebody reads them."""

from __future__ import annotations

import asyncio
import gc
import importlib
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from types import ModuleType
from typing import Any

import httpx
import httpx2
import pytest

from ..tiers import sampled
from .golden_client import Clients
from .server import Answer, Exchange, Server, json_answer, serving

NOTE = b"event: note\ndata: %d\nid: %d\n\n"


@pytest.fixture(scope="module")
def package(clients: Clients) -> ModuleType:
    return clients("answers")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def no_collector() -> Iterator[None]:
    """Without it, only what nobody refers to any more is freed."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


class Held:
    """Answers that send some items each, and then nothing until `more` is called or the client has
    left, which `left` counts. One that `breaks` is cut off instead."""

    def __init__(self, kind: str, *pieces: bytes, breaks: bool = False) -> None:
        self.left = threading.Semaphore(0)
        self.more = threading.Semaphore(0)
        self._kind, self._pieces, self._breaks = kind, pieces, breaks
        self.answer = Answer(act=self._act)

    def _act(self, exchange: Exchange) -> None:
        exchange.close_connection = True
        exchange.send_response(200)
        exchange.send_header("Content-Type", self._kind)
        exchange.send_header("Transfer-Encoding", "chunked")
        exchange.end_headers()
        first, *others = self._pieces
        self._send(exchange, first)
        for piece in others:
            self.more.acquire(timeout=20)
            self._send(exchange, piece)
        if not self._breaks:
            exchange.connection.settimeout(20)
            if others:
                exchange.wfile.write(b"0\r\n\r\n")
            else:
                # Nothing more comes from the client but its end.
                with suppress(OSError):
                    exchange.connection.recv(1)
                self.left.release()

    def _send(self, exchange: Exchange, piece: bytes) -> None:
        exchange.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        exchange.wfile.flush()

    def was_left(self, times: int = 1) -> bool:
        return all(self.left.acquire(timeout=10) for _ in range(times))


def notes(*pieces: bytes, breaks: bool = False) -> Held:
    return Held("text/event-stream", *(pieces or (NOTE % (1, 1),)), breaks=breaks)


def rows(*pieces: bytes) -> Held:
    return Held("application/jsonl", *(pieces or (b'{"id": 1}\n',)))


KINDS: dict[str, tuple[Callable[..., Held], Callable[[Any], Any]]] = {
    "events": (notes, lambda client: client.events.retrieve()),
    "lines": (rows, lambda client: client.jobs.export()),
}
CLOSERS: dict[str, Callable[[Any, Any], Any]] = {
    "stream": lambda client, stream: stream.close(),
    # Also on an asynchronous client, where it is done in a later turn of the loop.
    "response": lambda client, stream: stream.response.close(),
    "client": lambda client, stream: client.close(),
}
SENDERS: dict[str, dict[str, Callable[[], Any]]] = {
    "httpx2": {},
    "httpx": {"transport": httpx.HTTPTransport},
    "given httpx2": {"http_client": httpx2.Client},
}
ASYNC_SENDERS: dict[str, dict[str, Callable[[], Any]]] = {
    "httpx2": {},
    "httpx": {"transport": httpx.AsyncHTTPTransport},
    "given httpx2": {"http_client": httpx2.AsyncClient},
    "aiohttp": {},
}


@pytest.mark.parametrize("sender", SENDERS)
@pytest.mark.parametrize("closer", CLOSERS)
@pytest.mark.parametrize("kind", KINDS)
def test_closing_wakes_another_thread_that_reads(
    package: Any, server: Server, kind: str, closer: str, sender: str
) -> None:
    make, call = KINDS[kind]
    held = make()
    server.will(held.answer)
    given = {name: make() for name, make in SENDERS[sender].items()}
    client = package.Answers(base_url=server.url, timeout=30, **given)
    ended = list[BaseException | None]()
    try:
        stream = call(client)
        first = threading.Event()

        def read() -> None:
            try:
                for _ in stream:
                    first.set()
                ended.append(None)
            except BaseException as error:
                ended.append(error)

        thread = threading.Thread(target=read)
        thread.start()
        assert first.wait(10)
        CLOSERS[closer](client, stream)
        thread.join(10)
        assert not thread.is_alive()
        (error,) = ended
        assert type(error) is package.AnswersError
        assert "closed" in str(error)
        assert held.was_left()
        # Closed once, it stays so for everybody else, and for whoever asks again.
        with pytest.raises(package.AnswersError, match=r"closed|failed"):
            in_a_thread(lambda: next(stream))
        stream.close()
        assert len(server.sent) == 1
    finally:
        client.close()
        for each in given.values():
            each.close()


def in_a_thread(act: Callable[[], Any]) -> Any:
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(act).result(timeout=20)


@pytest.mark.parametrize("sender", ASYNC_SENDERS)
@pytest.mark.parametrize("closer", CLOSERS)
@pytest.mark.parametrize("kind", KINDS)
def test_closing_wakes_another_task_that_reads(
    package: Any, server: Server, kind: str, closer: str, sender: str
) -> None:
    make, call = KINDS[kind]
    held = make()
    server.will(held.answer)

    async def course() -> None:
        given = {name: make() for name, make in ASYNC_SENDERS[sender].items()}
        if sender == "aiohttp":
            given = {"transport": aiohttp_transport(package)}
        client = package.AsyncAnswers(base_url=server.url, timeout=30, **given)
        stream = await call(client)
        first = asyncio.Event()

        async def read() -> None:
            async for _ in stream:
                first.set()

        task = asyncio.create_task(read())
        await asyncio.wait_for(first.wait(), 10)
        closing = CLOSERS[closer](client, stream)
        if closing is not None:
            await closing
        with pytest.raises(package.AnswersError, match="closed") as caught:
            await asyncio.wait_for(task, 10)
        assert type(caught.value) is package.AnswersError
        assert await asyncio.to_thread(held.was_left)
        with pytest.raises(package.AnswersError, match=r"closed|failed"):
            await asyncio.create_task(anext(stream))
        await stream.close()
        await client.close()
        for each in given.values():
            await each.aclose()

    asyncio.run(course())
    assert len(server.sent) == 1


def aiohttp_transport(package: ModuleType) -> Any:
    module = importlib.import_module(f"{package.__name__}._runtime.transports.aiohttp")
    return module.AiohttpTransport()


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_closes_in_its_own_loop_gets_to_the_end_of_it(
    package: Any, server: Server, kind: str
) -> None:
    make, call = KINDS[kind]
    held = make()
    server.will(held.answer)
    with package.Answers(base_url=server.url) as client:
        taken = 0
        stream = call(client)
        for _ in stream:
            taken += 1
            stream.close()
        assert (taken, list(stream)) == (1, [])
        with call(client) as stream:
            next(stream)
        assert list(stream) == []

    async def course() -> int:
        async with package.AsyncAnswers(base_url=server.url) as client:
            taken = 0
            stream = await call(client)
            async for _ in stream:
                taken += 1
                await stream.close()
            return taken

    assert asyncio.run(course()) == 1
    assert held.was_left(3)


@pytest.mark.parametrize("closer", CLOSERS)
def test_closing_while_a_stream_waits_to_go_on_keeps_it_from_going_on(
    package: Any, server: Server, closer: str
) -> None:
    server.will(notes(b"retry: 30000\n" + NOTE % (1, 1), breaks=True).answer)
    client = package.Answers(base_url=server.url)
    stream = client.events.retrieve()
    assert next(stream) == "1"
    waits = threading.Event()

    class Left(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            waits.set()
            return super().wait(timeout)

    stream._left = Left()
    with ThreadPoolExecutor(1) as threads:
        future = threads.submit(next, stream)
        assert waits.wait(10)
        CLOSERS[closer](client, stream)
        with pytest.raises(package.AnswersError, match="closed"):
            future.result(10)
    client.close()

    async def course() -> None:
        client = package.AsyncAnswers(base_url=server.url)
        stream = await client.events.retrieve()
        assert await anext(stream) == "1"
        task = asyncio.create_task(anext(stream))
        while not stream._steps._task:
            await asyncio.sleep(0.001)
        await CLOSERS["stream"](client, stream)
        with pytest.raises(package.AnswersError, match="closed"):
            await asyncio.wait_for(task, 10)
        await client.close()

    asyncio.run(course())
    assert len(server.sent) == 2


USES: dict[str, Callable[[Any], Any]] = {
    "never read": lambda client: client.jobs.export(),
    "left in a loop": lambda client: [
        job for _, job in zip((1,), client.jobs.export(), strict=False)
    ],
    "events left": lambda client: next(client.events.retrieve().events()),
    "raw": lambda client: client.jobs.with_raw_response.export(),
    "raw and parsed": lambda client: next(client.jobs.with_raw_response.export().parse()),
}


@pytest.mark.usefixtures("no_collector")
@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("library", sampled([httpx2, httpx], 2))
def test_a_stream_that_is_dropped_gives_its_connection_back(
    package: Any, server: Server, use: str, library: ModuleType
) -> None:
    make = notes if use.startswith("events") else rows
    held = make()
    server.will(held.answer)
    limits = library.Limits(max_connections=3)
    with (
        library.Client(limits=limits, timeout=10, trust_env=False) as http_client,
        package.Answers(base_url=server.url, http_client=http_client, max_retries=0) as client,
    ):
        for _ in range(8):
            USES[use](client)
        assert held.was_left(8)
    assert len(server.sent) == 8


async def first_of(stream: Any) -> Any:
    async for item in stream:
        return item
    return None


async def never_read(client: Any) -> None:
    await client.jobs.export()


async def left_in_a_loop(client: Any) -> None:
    await first_of(await client.jobs.export())


async def events_left(client: Any) -> None:
    await first_of((await client.events.retrieve()).events())


async def raw(client: Any) -> None:
    await client.jobs.with_raw_response.export()


async def raw_pieces(client: Any) -> None:
    await first_of((await client.jobs.with_raw_response.export()).iter_bytes())


async def timed_out(client: Any) -> None:
    stream = await client.jobs.export()
    await anext(stream)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(anext(stream), 0.05)


ASYNC_USES = (never_read, left_in_a_loop, events_left, raw, raw_pieces, timed_out)


@pytest.mark.usefixtures("no_collector")
@pytest.mark.parametrize("use", ASYNC_USES)
@pytest.mark.parametrize("sender", ["httpx2", "httpx", "aiohttp"])
def test_an_asynchronous_stream_that_is_dropped_gives_its_connection_back(
    package: Any, server: Server, use: Callable[[Any], Any], sender: str
) -> None:
    held = notes() if use is events_left else rows()
    server.will(held.answer)

    async def course() -> None:
        if sender == "aiohttp":
            given = {"transport": aiohttp_transport(package)}
        else:
            library: Any = {"httpx2": httpx2, "httpx": httpx}[sender]
            limits = library.Limits(max_connections=3)
            given = {"transport": library.AsyncHTTPTransport(limits=limits)}
        client = package.AsyncAnswers(base_url=server.url, timeout=10, max_retries=0, **given)
        for _ in range(5):
            await use(client)
        assert await asyncio.to_thread(held.was_left, 5)
        await client.aclose()
        await given["transport"].aclose()

    asyncio.run(course())
    assert len(server.sent) == 5


class Stubborn:
    """An `on_drift` of a user that fails, as one that writes to a full disk does."""

    def __init__(self) -> None:
        self.reported = 0

    def __call__(self, drift: Any) -> None:
        self.reported += 1
        raise OSError("no space left")


@pytest.mark.parametrize("is_async", [False, True])
def test_an_error_of_the_user_is_not_one_of_the_connection(
    package: Any, server: Server, is_async: bool
) -> None:
    body = b'event: job\nid: 1\ndata: {"id": "one"}\n\n' + NOTE % (2, 2)
    server.will(Answer(200, body, {"Content-Type": "text/event-stream"}))
    reported = Stubborn()
    if is_async:

        async def course() -> tuple[str, list[Any]]:
            async with package.AsyncAnswers(base_url=server.url, on_drift=reported) as client:
                stream = await client.events.retrieve()
                with pytest.raises(OSError, match="no space") as caught:
                    await anext(stream)
                return type(caught.value).__name__, [item async for item in stream]

        kind, rest = asyncio.run(course())
    else:
        with package.Answers(base_url=server.url, on_drift=reported) as client:
            stream = client.events.retrieve()
            with pytest.raises(OSError, match="no space") as caught:
                next(stream)
            kind, rest = type(caught.value).__name__, list(stream)
    assert (kind, rest, reported.reported, len(server.sent)) == ("OSError", ["2"], 1, 1)


@pytest.mark.parametrize("is_async", [False, True])
def test_an_item_that_cannot_be_read_does_not_end_the_others(
    package: Any, server: Server, is_async: bool
) -> None:
    body = b'{"id": 1}\nnonsense\n{"id": 3}\n'
    server.will(Answer(200, body, {"Content-Type": "application/jsonl"}))
    taken = list[Any]()
    if is_async:

        async def course() -> None:
            async with package.AsyncAnswers(base_url=server.url) as client:
                stream = await client.jobs.export()
                taken.append(await anext(stream))
                with pytest.raises(package.APIResponseValidationError, match="not valid JSON"):
                    await anext(stream)
                taken.extend([item async for item in stream])

        asyncio.run(course())
    else:
        with package.Answers(base_url=server.url) as client:
            stream = client.jobs.export()
            taken.append(next(stream))
            with pytest.raises(package.APIResponseValidationError, match="not valid JSON"):
                next(stream)
            taken.extend(stream)
    assert [job.id for job in taken] == [1, 3]


@pytest.mark.parametrize("is_async", [False, True])
def test_a_stream_that_broke_off_never_looks_complete(
    package: Any, server: Server, is_async: bool
) -> None:
    broken = Held("application/jsonl", b'{"id": 1}\n', breaks=True)
    server.will(broken.answer)
    if is_async:

        async def course() -> None:
            async with package.AsyncAnswers(base_url=server.url) as client:
                stream = await client.jobs.export()
                await anext(stream)
                with pytest.raises(package.APIConnectionError):
                    await anext(stream)
                for _ in range(2):
                    with pytest.raises(package.AnswersError, match="failed before its end"):
                        await anext(stream)

        asyncio.run(course())
        return
    with package.Answers(base_url=server.url) as client:
        stream = client.jobs.export()
        next(stream)
        with pytest.raises(package.APIConnectionError):
            next(stream)
        for _ in range(2):
            with pytest.raises(package.AnswersError, match="failed before its end"):
                next(stream)


async def events_of(client: Any) -> Any:
    return (await client.events.retrieve()).events()


async def pieces_of(client: Any) -> Any:
    return (await client.jobs.with_raw_response.export()).iter_bytes()


async def lines_of(client: Any) -> Any:
    return (await client.jobs.with_raw_response.export()).iter_lines()


Reader = tuple[Callable[..., Held], tuple[bytes, ...], Callable[[Any], Any], list[Any]]
NOTES = (NOTE % (1, 1), NOTE % (2, 2))
READERS: dict[str, Reader] = {
    "events": (notes, NOTES, KINDS["events"][1], ["1", "2"]),
    "events()": (notes, NOTES, events_of, ["1", "2"]),
    "lines": (rows, (b'{"id": 1}\n', b'{"id": 2}\n'), KINDS["lines"][1], [1, 2]),
    "iter_bytes": (rows, (b"1", b"2"), pieces_of, [b"1", b"2"]),
    "iter_lines": (rows, (b"1\n", b"2\n"), lines_of, ["1", "2"]),
}


async def waited(items: Any) -> None:
    await asyncio.wait_for(anext(items), 0.02)


async def timed(items: Any) -> None:
    async with asyncio.timeout(0.02):
        await anext(items)


async def cancelled(items: Any) -> None:
    task = asyncio.ensure_future(anext(items))
    await asyncio.sleep(0.02)
    task.cancel()
    await task


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("sender", ["httpx2", "aiohttp"])
@pytest.mark.parametrize("limited", [waited, timed, cancelled])
def test_a_read_that_was_cancelled_loses_nothing(
    package: Any, server: Server, reader: str, sender: str, limited: Callable[[Any], Any]
) -> None:
    make, pieces, call, expected = READERS[reader]
    held = make(*pieces)
    server.will(held.answer)

    async def course() -> list[Any]:
        given = {"transport": aiohttp_transport(package)} if sender == "aiohttp" else {}
        client = package.AsyncAnswers(base_url=server.url, **given)
        items = await call(client)
        taken = [await anext(items)]
        for _ in range(3):
            with pytest.raises((TimeoutError, asyncio.CancelledError)):
                await limited(items)
        held.more.release()
        taken += [item async for item in items]
        await client.close()
        for each in given.values():
            await each.aclose()
        return taken

    taken = asyncio.run(course())
    assert [getattr(item, "id", item) for item in taken] == expected
    assert len(server.sent) == 1


def test_a_wait_to_go_on_that_was_cancelled_goes_on(package: Any, server: Server) -> None:
    broken = notes(b"retry: 60\n" + NOTE % (1, 1), breaks=True)
    whole = Answer(200, NOTE % (2, 2), {"Content-Type": "text/event-stream"})
    server.will(broken.answer, whole)

    async def course() -> list[Any]:
        async with package.AsyncAnswers(base_url=server.url) as client:
            stream = await client.events.retrieve()
            taken = [await anext(stream)]
            while len(taken) < 2:
                with suppress(TimeoutError):
                    taken.append(await asyncio.wait_for(anext(stream), 0.01))
            return [*taken, *[item async for item in stream]]

    assert asyncio.run(course()) == ["1", "2"]
    assert len(server.sent) == 2


def test_two_readers_get_each_item_once(package: Any, server: Server) -> None:
    body = b"".join(b'{"id": %d}\n' % number for number in range(2000))
    server.will(Answer(200, body, {"Content-Type": "application/jsonl"}))
    with package.Answers(base_url=server.url) as client, ThreadPoolExecutor(4) as threads:
        stream = client.jobs.export()
        taken = [job.id for jobs in threads.map(list, [stream] * 4) for job in jobs]
    assert sorted(taken) == list(range(2000))

    async def course() -> list[int]:
        async with package.AsyncAnswers(base_url=server.url) as client:
            stream = await client.jobs.export()

            async def read() -> list[int]:
                return [job.id async for job in stream]

            taken = await asyncio.gather(*[read() for _ in range(4)])
            return [number for numbers in taken for number in numbers]

    assert sorted(asyncio.run(course())) == list(range(2000))


@pytest.mark.parametrize("closer", ["response", "client"])
def test_a_body_that_is_closed_while_it_is_read_is_not_whole(
    package: Any, server: Server, closer: str
) -> None:
    """Without a length, the end of the connection is the end of the body (RFC 9112, 6.3)."""
    sent, left = threading.Event(), threading.Event()

    def act(exchange: Exchange) -> None:
        exchange.send_response(200)
        exchange.send_header("Content-Type", "application/zip")
        exchange.end_headers()
        exchange.wfile.write(b"half")
        exchange.wfile.flush()
        exchange.close_connection = True
        sent.set()
        with suppress(OSError):
            exchange.connection.recv(1)
        left.set()

    server.will(Answer(act=act))
    client = package.Answers(base_url=server.url)
    with client.jobs.archive.with_streaming_response.retrieve("1") as response:
        for read in (response.read, lambda: b"".join(response.iter_bytes())):
            with ThreadPoolExecutor(1) as threads:
                future = threads.submit(read)
                assert sent.wait(10)
                CLOSERS[closer](client, _Closing(response))
                with pytest.raises((package.AnswersError, RuntimeError), match="closed"):
                    future.result(10)
    assert left.wait(10)
    client.close()


class _Closing:
    def __init__(self, response: Any) -> None:
        self.response = response


def test_an_error_is_reported_where_what_goes_on_is_none(package: Any, server: Server) -> None:
    server.will(notes(b"retry: 1\n" + NOTE % (1, 1), breaks=True).answer, json_answer({}))
    with package.Answers(base_url=server.url) as client:
        stream = client.events.retrieve()
        next(stream)
        with pytest.raises(package.APIResponseValidationError, match="is application/json"):
            next(stream)
        with pytest.raises(package.AnswersError, match="failed before its end"):
            next(stream)
