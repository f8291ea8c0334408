"""The adapters for pyreqwest: `Client(transport="pyreqwest")`, or a `PyreqwestTransport`."""

import asyncio
import math
import os
import re
import ssl
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from threading import Event, Lock, Thread, current_thread, main_thread
from time import monotonic
from typing import Any

from ..errors import ClientError, RequestValidationError
from ..timeouts import PermanentError, Timeout
from ..transport import Headers, RawHeaders, Request, Response
from .failures import CallerContent, Failures, load, refuse_bomb

_SMALL = 65_536
"""Bytes of an answer that are read together with its head."""
_PIECE = 65_536
_LONG = 1_048_576
# As URLs are read by browsers, `%2E%2E` is a step up (WHATWG URL, 4.3).
_DOTS = re.compile(r"/(\.|%2e){1,2}(?=[/?]|$)", re.IGNORECASE)
_processes: set[int] = set()
"""The processes, this one and those that it was forked from, which have used pyreqwest."""
_TLS = re.compile("certificate|received fatal alert", re.IGNORECASE)


class _Adapter:
    _builder = "SyncClientBuilder"

    def __init__(
        self, max_connections: int | None = None, configure: Callable[[Any], Any] | None = None
    ) -> None:
        """Send by clients whose builder `configure` changes, to add a certificate for example."""
        self._configure = configure
        self._library: Any = _loaded("pyreqwest.client")
        self._failures = _Failures(load("pyreqwest.exceptions"))
        self._most = max_connections
        self._clients: dict[Any, Any] = {}
        self._lock = Lock()

    def _client(self, timeout: Timeout) -> Any:
        """Return the client for these limits: pyreqwest has no others for a single request."""
        key = timeout.connect, timeout.pool, timeout.read
        if (client := self._clients.get(key)) is None:
            with self._lock:
                if (client := self._clients.get(key)) is None:
                    client = self._clients[key] = self._made(*key)
        return client

    def _made(self, connect: float | None, pool: float | None, read: float | None) -> Any:
        # A fork does not copy the threads of pyreqwest, which then hangs or crashes.
        if {*_processes, pid := os.getpid()} != {pid}:
            raise ClientError(
                "pyreqwest was used before this process was forked, and cannot send in it: start"
                ' processes by the method "spawn", or use transport="httpx2"'
            )
        _processes.add(pid)
        builder = getattr(self._library, self._builder)().follow_redirects(False).referer(False)
        # What was not requested is not decoded either, and then refused by `refuse_bomb`.
        builder = builder.http2(True).brotli(False).zstd(False).max_connections(self._most)
        for name, seconds in (("connect", connect), ("pool", pool), ("read", read)):
            if seconds is not None:
                builder = getattr(builder, f"{name}_timeout")(_delta(seconds))
        return (builder if self._configure is None else self._configure(builder)).build()

    def close_with_loop(self) -> None:
        """Do nothing: the connections belong to threads of pyreqwest."""

    def abandon(self, loop: Any = None) -> None:
        """Do nothing: the connections belong to the parent process, or to no event loop."""

    def _message(self, client: Any, request: Request, content: Any) -> Any:
        if _DOTS.search(request.url):
            said = "pyreqwest would read `.` or `..` in this URL as a step; use another transport="
            raise RequestValidationError(said)
        for name, value in request.headers.raw:
            if not value.isascii():
                said = f"pyreqwest sends only ASCII in headers, and `{name.decode()}` has more"
                raise RequestValidationError(f"{said}; use another transport=")
        made = client.request(request.method, request.url).headers(
            [
                (name.decode(), value.decode())
                for name, value in request.headers.raw
                # pyreqwest writes this header itself.
                if name != b"Transfer-Encoding"
            ]
        )
        if content is not None:
            made = (made.body_bytes if isinstance(content, bytes) else made.body_stream)(content)
        return made.streamed_read_buffer_limit(_SMALL if request.reads_whole else 0)


def _loaded(module: str) -> Any:
    """Import pyreqwest in a thread that lives on: it crashes once that thread has ended."""
    if "pyreqwest" not in sys.modules and current_thread() is not main_thread():
        is_loaded = Event()
        Thread(target=_load_and_stay, args=(module, is_loaded), daemon=True).start()
        is_loaded.wait()
    return load(module)


def _load_and_stay(module: str, is_loaded: Event) -> None:
    with suppress(ClientError):
        load(module)
    is_loaded.set()
    Event().wait()


class PyreqwestTransport(_Adapter):
    """A `Transport` over pyreqwest, which the caller has to close."""

    def send(self, request: Request, timeout: Timeout) -> Response:
        content: Any = request.content
        watch = _UNWATCHED
        deadline: Any = getattr(timeout, "deadline", None)
        limits: Timeout = getattr(timeout, "given", timeout)
        if _is_long(content):
            client = self._made(limits.connect, limits.pool, None)
            watch = _ThreadWatch(client)
            content = iter(_Timed(content, limits, watch))
        elif deadline is None or request.reads_whole:
            client = self._client(limits)
        else:
            # Its own, since the body is read after the deadline, at the caller's pace.
            client = self._made(timeout.connect, timeout.pool, timeout.read)
        with self._failures, watch:
            made = self._message(client, request, content)
            if deadline is not None and request.reads_whole:
                made = made.timeout(_delta(deadline.left))
            sent = _Sent(made.build_streamed(), watch, client)
            answer = sent.request.__enter__()
            headers = _headers(answer)
            if request.reads_whole and _is_small(headers):
                watch.stop()
                return Response(answer.status, headers, bytes(answer.bytes()))
        body = self._body(answer.body_reader, headers, request, watch)
        return Response(answer.status, headers, body, sent.close)

    def _body(
        self, reader: Any, headers: RawHeaders, request: Request, watch: "_Watch"
    ) -> Iterator[bytes]:
        with self._failures, watch:
            refuse_bomb(Headers(headers), request)
            while (piece := reader.read_chunk()) is not None:
                watch.limit(None)
                yield bytes(piece)
            watch.stop()

    def close(self) -> None:
        """Close the connections."""
        for client in self._clients.values():
            client.close()


class AsyncPyreqwestTransport(_Adapter):
    """An `AsyncTransport` over pyreqwest, which the caller has to close."""

    _builder = "ClientBuilder"

    async def send(self, request: Request, timeout: Timeout) -> Response:
        content: Any = request.content
        watch = _UNWATCHED
        if _is_long(content):
            client = self._made(timeout.connect, timeout.pool, None)
            watch = _LoopWatch(client)
            content = aiter(_Timed(content, timeout, watch))
        else:
            client = self._client(timeout)
        with self._failures, watch:
            sent = _Sent(self._message(client, request, content).build_streamed(), watch, client)
            answer = await sent.request.__aenter__()
            headers = _headers(answer)
            if request.reads_whole and _is_small(headers):
                watch.stop()
                return Response(answer.status, headers, bytes(await answer.bytes()))
        body = self._body(answer.body_reader, headers, request, watch)
        return Response(answer.status, headers, body, sent.aclose)

    async def _body(
        self, reader: Any, headers: RawHeaders, request: Request, watch: "_Watch"
    ) -> AsyncIterator[bytes]:
        with self._failures, watch:
            refuse_bomb(Headers(headers), request)
            while (piece := await reader.read_chunk()) is not None:
                watch.limit(None)
                yield bytes(piece)
            watch.stop()

    async def aclose(self) -> None:
        """Close the connections."""
        for client in self._clients.values():
            await client.close()


class _Failures(Failures):
    def __init__(self, errors: Any) -> None:
        super().__init__((errors.PyreqwestError,), errors.RequestTimeoutError)
        self._refusal: Any = errors.BuilderError

    def failure(self, error: Exception) -> Exception:
        """Return the failure by its last cause: the ones before it have the whole URL."""
        if not isinstance(error, self._errors):
            return super().failure(error)
        details: Any = getattr(error, "details", None) or {}
        causes = [cause["message"] for cause in details.get("causes") or ()]
        said = ": ".join(dict.fromkeys((str(getattr(error, "message", error)), *causes[-1:])))
        if isinstance(error, self._refusal):
            return PermanentError(said)
        if any(_TLS.search(cause) for cause in causes):
            return ssl.SSLError(said)
        return TimeoutError(said) if isinstance(error, self._timeouts) else ConnectionError(said)


@dataclass(eq=False, repr=False)
class _Sent:
    """A request of pyreqwest, whose own `repr` fails once it is sent, with what has to live on."""

    request: Any
    watch: "_Watch"
    client: Any

    def close(self) -> None:
        self.watch.stop()
        self.request.__exit__(None, None, None)

    async def aclose(self) -> None:
        self.watch.stop()
        await self.request.__aexit__(None, None, None)


class _Watch:
    """A limit on each step of an upload and its answer; this one has none."""

    is_late = False

    def limit(self, seconds: float | None) -> None:
        """Allow the step that begins so many seconds."""

    def stop(self) -> None:
        """Stop watching."""

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if error is not None:
            self.stop()
        if self.is_late and isinstance(error, Exception):
            raise TimeoutError("the server took too long") from None


_UNWATCHED = _Watch()


class _ThreadWatch(_Watch):
    """A thread that closes a client, and with it its request, when a step takes too long."""

    def __init__(self, client: Any) -> None:
        self._ends, self._is_over = math.inf, Event()
        Thread(target=self._run, args=(client,), daemon=True).start()

    def limit(self, seconds: float | None) -> None:
        self._ends = math.inf if seconds is None else monotonic() + seconds

    def stop(self) -> None:
        self._is_over.set()

    def _run(self, client: Any) -> None:
        while not self._is_over.wait(0.05):
            if monotonic() >= self._ends:
                self.is_late = True
                client.close()
                return


class _LoopWatch(_Watch):
    """A timer of the event loop that closes a client when a step takes too long."""

    _timer: Any = None

    def __init__(self, client: Any) -> None:
        self._client, self._loop = client, asyncio.get_running_loop()

    def limit(self, seconds: float | None) -> None:
        self.stop()
        if seconds is not None:
            self._timer = self._loop.call_later(seconds, self._end)

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def _end(self) -> None:
        self.is_late = True
        self._closing = self._loop.create_task(self._client.close())


class _Timed:
    """Content of which each piece, and then the answer, has a limit of its own.

    pyreqwest would count all of it as one wait for the answer.
    """

    def __init__(self, content: Any, timeout: Timeout, watch: _Watch) -> None:
        self._content, self._timeout, self._watch = content, timeout, watch

    def __iter__(self) -> Iterator[bytes]:
        whole = self._content
        for piece in _pieces(whole) if isinstance(whole, bytes) else CallerContent(whole):
            self._watch.limit(self._timeout.write)
            yield piece
            self._watch.limit(None)
        self._watch.limit(self._timeout.read)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        if isinstance(self._content, bytes):
            for piece in self:
                yield piece
            return
        async for piece in CallerContent(self._content):
            self._watch.limit(self._timeout.write)
            yield piece
            self._watch.limit(None)
        self._watch.limit(self._timeout.read)


def _pieces(content: bytes) -> Iterator[bytes]:
    for start in range(0, len(content), _PIECE):
        yield content[start : start + _PIECE]


def _is_long(content: object) -> bool:
    """Return whether sending it may take long: pyreqwest counts that as waiting for the answer."""
    return content is not None and not (isinstance(content, bytes) and len(content) <= _LONG)


def _delta(seconds: float) -> timedelta:
    return timedelta(seconds=max(seconds, 0.001))


def _headers(answer: Any) -> RawHeaders:
    """Return the headers of a response, but those with characters that pyreqwest cannot give."""
    try:
        return [(name.encode(), value.encode()) for name, value in answer.headers.items()]
    except ValueError:
        found: RawHeaders = []
        for name in dict.fromkeys(answer.headers.keys()):
            with suppress(ValueError):
                found += [(name.encode(), value.encode()) for value in answer.headers.getall(name)]
        return found


def _is_small(headers: RawHeaders) -> bool:
    """Return whether the body has been read with the head, which pyreqwest does up to a length."""
    for name, value in headers:
        if name == b"content-length":
            return value.isdigit() and len(value) < 6 and int(value) <= _SMALL
    return False
