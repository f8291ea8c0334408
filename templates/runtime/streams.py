"""Answers that come item by item, as typed iterators: JSON Lines, and JSON text sequences (RFC
7464). What is left of the answer is dropped, with its connection, when the iterator is closed."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, Self, TypeVar, overload

from pydantic_core import from_json

from . import resource
from .answers import Typed
from .errors import APIResponseValidationError, ResponseTooLargeError, connection_errors, shorten
from .models import Drift, Model
from .responses import invalid, is_json
from .transport import Response

if TYPE_CHECKING:
    from .exchange import Exchange
    from .operation import Call
    from .responses import APIResponse, AsyncAPIResponse

_P = ParamSpec("_P")
_T = TypeVar("_T")
_U = TypeVar("_U")
_NAMES = frozenset(
    f"application/{name}" for name in ("jsonl", "x-ndjson", "ndjson", "x-jsonlines", "jsonlines")
)
UNTOLD = frozenset(("", "text/plain", "application/octet-stream"))
"""What answers are called by servers that do not know what they send."""
_MOST_SHOWN = 65_536
"""Bytes that are read of what is no row, for the error to show."""


class Reading:
    """What becomes of the pieces of a body: each is fed in, and completes items or not."""

    ended = False
    """Whether the items themselves said that no more follow."""

    def __init__(self, answer: Typed, exchange: Exchange, call: Call, response: Response) -> None:
        self.answer = answer
        self.exchange = exchange
        self.call = call
        self.response = response
        self._parts: list[bytes] = []
        self._size = 0

    def feed(self, piece: bytes) -> Iterator[Any]:
        """The items that this piece completes."""
        raise NotImplementedError

    def end(self) -> Iterator[Any]:
        """The items that the end of the body completes."""
        yield from ()

    def resume(self, error: OSError) -> tuple[Call, float]:
        """The call that gets the rest of a body which broke off, and how many seconds to wait
        before it. Raises `APIConnectionError` where the rest cannot be had."""
        with connection_errors(self.response.request):
            raise error
        raise AssertionError("that context raises")

    def restart(self, response: Response) -> None:
        """Go on with another answer, that of the call that `resume` gave."""
        self.response = response
        self._take()

    def _keep(self, part: bytes) -> None:
        """Keep the beginning of what is not complete. Raises `ResponseTooLargeError`."""
        self._parts.append(part)
        self._size += len(part)
        limit = self.exchange.settings.max_response_bytes
        if limit is not None and self._size > limit:
            raise ResponseTooLargeError(limit)

    def _take(self) -> bytes:
        """All that was kept."""
        kept = b"".join(self._parts)
        self._parts, self._size = [], 0
        return kept


class LineReading(Reading):
    is_sequence = False

    def __init__(self, answer: Typed, exchange: Exchange, call: Call, response: Response) -> None:
        super().__init__(answer, exchange, call, response)
        self.is_sequence = response.media_type.endswith("json-seq")

    def feed(self, piece: bytes) -> Iterator[Any]:
        is_sequence = self.is_sequence
        first, *others = piece.split(b"\x1e" if is_sequence else b"\n")
        self._keep(first)
        for part in others:
            yield from self.end()
            self._keep(part)
        # A record may hold line ends; but if it can be one, its reader should not have to wait.
        if is_sequence and piece.endswith(b"\n"):
            text = self._take()
            if _is_json(text):
                yield self._value(text)
            else:
                self._keep(text)

    def end(self) -> Iterator[Any]:
        if text := self._take().removeprefix(BOM_UTF8).strip():
            yield self._value(text)

    def _value(self, text: bytes) -> Any:
        read, answer = self.exchange.decoder.value, self.answer
        return read(text, self.call.operation, answer.reader, self.response)


class UntoldReading(LineReading):
    """Reads rows of an answer that calls itself something else, such as JSON. The first has to fit:
    what comes instead, `{"error": "..."}` with no field of a row, is an error with that body."""

    _is_right: bool | None = None

    def feed(self, piece: bytes) -> Iterator[Any]:
        if self._is_right:
            yield from super().feed(piece)
            return
        self._keep(piece)
        if self._is_right is None and b"\n" in piece:
            came = self._take()
            row, end, _ = came.lstrip().partition(b"\n")
            self._is_right = self._fits(row) if end else None
            if self._is_right:
                yield from super().feed(came)
            elif row:
                self._keep(came)
        if self._is_right is False and self._size >= _MOST_SHOWN:
            raise self._refusal(self._take(), is_cut=True)

    def end(self) -> Iterator[Any]:
        if not self._is_right and (came := self._take()).strip():
            if self._is_right is False or not self._fits(came):
                raise self._refusal(came)
            self._is_right = True
            yield from super().feed(came)
        yield from super().end()

    def _fits(self, row: bytes) -> bool:
        self.is_sequence = row.startswith(b"\x1e")
        try:
            value = self.answer.reader.read(row.lstrip(b"\x1e"), self.call.operation.loads)
        except ValueError:
            return False
        if not isinstance(value, Model) or not value.model_extra:
            return True
        return not value.model_fields_set.isdisjoint(type(value).model_fields)

    def _refusal(self, came: bytes, is_cut: bool = False) -> APIResponseValidationError:
        told = self.response
        response = Response(told.status_code, told.headers, came)
        response.request, response.is_truncated = told.request, is_cut
        return refusal("rows of JSON", response)


def refusal(wanted: str, response: Response) -> APIResponseValidationError:
    """The error for an answer that is something else than items."""
    kind = shorten(response.media_type) or "of no media type"
    return invalid(f"the answer is {kind}, not {wanted}: {shorten(response.text)}", response)


def check_kind(
    answer: Typed, wanted: str, exchange: Exchange, call: Call, response: Response
) -> None:
    """Raises `APIResponseValidationError` for an answer that holds no items, as its media type
    tells. One without a body succeeded, and has none: that is drift."""
    if answer.streams(response) or response.status_code in (204, 205):
        return
    if response.content and not response.content.isspace():
        raise refusal(wanted, response)
    detail = f"has status {response.status_code} and no body"
    exchange.decoder.tell([Drift(call.operation.name, "", "no-body", detail)], response)


class BaseStream(Generic[_T]):
    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    @property
    def response(self) -> Response:
        """The status and headers of the answer that the items are from."""
        return self._reading.response


class Stream(BaseStream[_T]):
    """Items as they come. It is an iterator, and a context manager that closes the connection."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._items = self._walk()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _T:
        return next(self._items)

    def close(self) -> None:
        """Give up what has not come yet."""
        self._items.close()
        self.response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _walk(self) -> Generator[Any]:
        reading = self._reading
        try:
            while True:
                try:
                    for piece in reading.response.take():
                        yield from reading.feed(piece)
                        if reading.ended:
                            return
                    yield from reading.end()
                    return
                except OSError as error:
                    call, pause = reading.resume(error)
                reading.response.close()
                reading.exchange.sleep(pause)
                reading.restart(call.perform().http_response)
        finally:
            reading.response.close()


class AsyncStream(BaseStream[_T]):
    """The asynchronous twin of `Stream`."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._items = self._walk()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> _T:
        return await anext(self._items)

    async def aclose(self) -> None:
        """Give up what has not come yet."""
        await self._items.aclose()
        await self.response.aclose()

    close = aclose

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.aclose()

    async def _walk(self) -> AsyncGenerator[Any, None]:
        reading = self._reading
        try:
            while True:
                try:
                    async for piece in _pieces(reading.response):
                        for item in reading.feed(piece):
                            yield item
                        if reading.ended:
                            return
                    for item in reading.end():
                        yield item
                    return
                except OSError as error:
                    call, pause = reading.resume(error)
                await reading.response.aclose()
                await reading.exchange.sleep(pause)
                reading.restart((await call.perform()).http_response)
        finally:
            await reading.response.aclose()


class Lines(Typed):
    """JSON texts, one a line, or one a record."""

    def fits(self, kind: str) -> bool:
        return kind in _NAMES or kind.endswith("json-seq") or kind == self.media

    def streams(self, response: Response) -> bool:
        kind = response.media_type
        may_be = self.fits(kind) or kind in UNTOLD or is_json(kind) or self.media == "*/*"
        return may_be and response.status_code not in (204, 205)

    def decode(self, exchange: Exchange, call: Call, response: Response) -> Any:
        check_kind(self, "rows of JSON", exchange, call, response)
        kind = LineReading if self.fits(response.media_type) else UntoldReading
        reading = kind(self, exchange, call, response)
        return AsyncStream[Any](reading) if exchange.waits else Stream[Any](reading)


@overload
def method(
    function: resource.Function[_P, Stream[_T]],
) -> resource.Method[
    _P,
    resource.Awaited[AsyncStream[_T]],
    APIResponse[Stream[_T]],
    AsyncAPIResponse[AsyncStream[_T]],
]: ...
@overload
def method(
    function: resource.Function[_P, Stream[_T] | _U],
) -> resource.Method[
    _P,
    resource.Awaited[AsyncStream[_T] | _U],
    APIResponse[Stream[_T] | _U],
    AsyncAPIResponse[AsyncStream[_T] | _U],
]: ...
def method(function: Any) -> Any:
    return resource.method(function)


async def _pieces(response: Response) -> AsyncIterator[bytes]:
    """The body in pieces, also of one that was read whole."""
    if response.is_read:
        yield response.content
        return
    async for piece in response.take():
        yield piece


def _is_json(text: bytes) -> bool:
    try:
        from_json(text)
    except ValueError:
        return False
    return True
