"""Responses that are JSON Lines or JSON text sequences (RFC 7464), as typed iterators.

Closing the iterator drops the rest of the response, with its connection.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from threading import Event, Lock, current_thread
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, Self, TypeVar
from weakref import ref

from . import resource
from .answers import Typed
from .errors import ClientError
from .models import Drift
from .responses import Pieces, Steps, is_json
from .stream_parsing import LineReading, MislabeledLineReading, Reading, refusal
from .transport import Response

if TYPE_CHECKING:
    from .exchange import Exchange
    from .operation import Call
    from .responses import APIResponse, AsyncAPIResponse

_P = ParamSpec("_P")
_T = TypeVar("_T")
_U = TypeVar("_U")
_NONE = object()
_NAMES = frozenset(
    f"application/{name}" for name in ("jsonl", "x-ndjson", "ndjson", "x-jsonlines", "jsonlines")
)
GENERIC_TYPES = frozenset(("", "text/plain", "application/octet-stream"))
"""The media types that servers send when they do not know better."""


def check_kind(
    answer: Typed, wanted: str, exchange: Exchange, call: Call, response: Response
) -> None:
    """Raise `APIResponseValidationError` if the media type shows that a response has no items.

    One without a body succeeded, and has none: that is drift.
    """
    if answer.streams(response) or response.status_code in (204, 205):
        return
    if response.content and not response.content.isspace():
        raise refusal(wanted, response)
    detail = f"has status {response.status_code} and no body"
    exchange.decoder.report([Drift(call.operation.name, "", "no-body", detail)], response)


class BaseStream(Generic[_T]):
    """The state of a stream.

    After a failure each later call raises again: a `StopIteration` would claim that all items came.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._records: Iterator[Any] = iter(())
        self._is_last = self._is_over = False
        self._failure = ""
        self._closer: ref[Any] | None = None

    @property
    def response(self) -> Response:
        """The status and headers of the response that the items are from. Closing it ends them."""
        return self._reading.response

    def _has_ended(self, who: object) -> bool:
        """Return whether no more items follow for this thread or task.

        Raises `ClientError` if the stream failed, or another thread or task closed it.
        """
        if self._failure and (self._closer is None or self._closer() is not who):
            raise ClientError(self._failure)
        return self._is_over or bool(self._failure)

    def _feed(self, piece: bytes | None) -> None:
        self._is_last = piece is None
        self._records = self._reading.end() if piece is None else self._reading.feed(piece)

    def _record(self) -> Any:
        """Return the next record, or `_NONE` if it takes a further piece of the body."""
        record = next(self._records, _NONE)
        self._is_over = record is _NONE and (self._is_last or self._reading.ended)
        return record

    def _item(self, record: Any) -> _T:
        try:
            item: _T = self._reading.value(record)
        except BaseException as error:
            if not isinstance(error, Exception):
                # Ctrl-C: the record is valid, and comes again.
                self._records = chain((record,), self._records)
            raise
        return item

    def _fail(self, error: BaseException) -> None:
        """Keep the reason why no more items follow; the error itself would keep frames alive."""
        if self._failure:
            raise ClientError(self._failure) from None
        self._failure = f"this stream failed before its end: {error or type(error).__name__}"

    def _give_up(self, who: object) -> None:
        if not self._is_over and not self._failure:
            self._closer = ref(who)
            self._failure = "this stream was closed before its end"


class Stream(BaseStream[_T]):
    """The items of a response as they come; an iterator, and a context manager that closes it.

    An item that cannot be decoded, or for which `on_drift` raises, is an error of its own: the next
    call goes on after it. If the connection breaks, or another thread closes the stream, this and
    each later call raise `ClientError`. For the thread that closed it, it has just ended. Dropping
    it closes the connection, too.
    """

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._body: Iterator[bytes] | None = None
        self._lock = Lock()
        self._left = Event()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _T:
        item: _T = self._next()
        return item

    def close(self) -> None:
        """End the stream, also while another thread waits for an item."""
        self._give_up(current_thread())
        self.response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _next(self) -> Any:
        with self._lock:
            while not self._has_ended(current_thread()):
                try:
                    record = self._record()
                    if record is _NONE and not self._is_over:
                        self._advance()
                except BaseException as error:
                    self.response.close()
                    self._fail(error)
                    raise
                if record is not _NONE:
                    return self._item(record)
            self.response.close()
            raise StopIteration

    def _advance(self) -> None:
        """Read another piece of the body, or request the rest of one that broke off."""
        reading = self._reading
        response = reading.response
        try:
            if self._body is None:
                response.check_open()
                self._body = iter(response.take())
            piece = next(self._body, None)
            response.check_open()
            self._feed(piece)
            return
        except OSError as error:
            response.check_open()
            call, pause = reading.resume(error)
        self._body = None
        response.on_close = self._left.set
        response.release()
        if not response.is_closed:
            self._left.wait(pause)
        response.check_open()
        reading.restart(call.perform().http_response)
        if response.is_closed or self._failure:
            # It was closed during that call; `_next` closes the new response.
            raise ClientError("this stream was closed before its end")


class AsyncStream(BaseStream[_T]):
    """The asynchronous twin of `Stream`.

    A call that is cancelled, as by `asyncio.timeout`, takes no item: the next one gets it.
    """

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._pieces = Pieces[bytes](reading.response)
        self._steps = Steps()
        self._lock = asyncio.Lock()
        self._resumed: tuple[Call, float] | None = None

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> _T:
        item: _T = await self._next()
        return item

    async def aclose(self) -> None:
        """End the stream, also while another task waits for an item."""
        self._give_up(asyncio.current_task())
        await self.response.aclose()
        await self._pieces.aclose()

    close = aclose

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.aclose()

    async def _next(self) -> Any:
        async with self._lock:
            while not self._has_ended(asyncio.current_task()):
                try:
                    record = self._record()
                    if record is _NONE and not self._is_over:
                        await self._advance()
                except asyncio.CancelledError:
                    raise
                except BaseException as error:
                    await self.response.aclose()
                    self._fail(error)
                    raise
                if record is not _NONE:
                    return self._item(record)
            await self.response.aclose()
            raise StopAsyncIteration

    async def _advance(self) -> None:
        reading = self._reading
        response = reading.response
        if self._resumed is None:
            try:
                self._feed(await self._pieces.next())
                return
            except OSError as error:
                self._resumed = reading.resume(error)
            response.on_close = self._steps.cancel
            await response.arelease()
        call, pause = self._resumed
        response.check_open()
        try:
            again = await self._steps.run(partial(_resume, call, pause))
        except Exception:
            response.check_open()
            raise
        self._resumed = None
        self._pieces = Pieces[bytes](again)
        reading.restart(again)
        # If it was closed meanwhile, `_next` closes the new response.
        response.check_open()


async def _resume(call: Call, pause: float) -> Response:
    await asyncio.sleep(pause)
    response: Response = (await call.perform()).http_response
    return response


class Lines(Typed):
    """The decoder of JSON texts, one on each line or in each record."""

    def __init__(
        self, type: Callable[[], object], status: str = "2XX", media: str = "application/jsonl"
    ) -> None:
        super().__init__(type, status, media)

    def fits(self, kind: str) -> bool:
        return kind in _NAMES or kind.endswith("json-seq") or kind == self.media

    def streams(self, response: Response) -> bool:
        kind = response.media_type
        may_be = self.fits(kind) or kind in GENERIC_TYPES or is_json(kind) or self.media == "*/*"
        return may_be and response.status_code not in (204, 205)

    def decode(self, exchange: Exchange, call: Call, response: Response) -> Any:
        check_kind(self, "rows of JSON", exchange, call, response)
        kind = LineReading if self.fits(response.media_type) else MislabeledLineReading
        reading = kind(self, exchange, call, response)
        return AsyncStream[Any](reading) if exchange.waits else Stream[Any](reading)


def method(
    function: Callable[Concatenate[Any, _P], Stream[_T]],
) -> resource.Method[
    resource.Coroutine[Any, Any, AsyncStream[_T]],
    APIResponse[Stream[_T]],
    AsyncAPIResponse[AsyncStream[_T]],
    _P,
]:
    return resource.Method(function)


def either(
    function: Callable[Concatenate[Any, _P], _T], awaited: Callable[[], _U]
) -> resource.Method[resource.Coroutine[Any, Any, _U], APIResponse[_T], AsyncAPIResponse[_U], _P]:
    """Make the method of a call that returns a stream or something else.

    `awaited` is not called: its type is that of the result when it is awaited.
    """
    return resource.Method(function)
