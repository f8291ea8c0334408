"""What a call gives back: its value, or the response around it."""

from __future__ import annotations

import asyncio
import codecs
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cached_property, partial
from logging import DEBUG, Logger
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from .errors import APIResponseValidationError, ClientError, connection_errors, shorten
from .models import Drift
from .operation import Operation
from .transport import Response, seen

if TYPE_CHECKING:
    from .drift import Reader

_T = TypeVar("_T")
_BINARY = re.compile("[\0-\x08\x0e-\x1f]")


@dataclass
class Decoder:
    """Turns bodies into values; `strict` raises on drift, `on_drift` is called with it, and at
    DEBUG `logger` has a line of it."""

    strict: bool
    on_drift: Callable[[Drift], None] | None
    logger: Logger

    def decode(self, operation: Operation, reader: Reader, response: Response) -> Any:
        """The value of a JSON body that was read, whatever media type it is called. Raises
        `APIResponseValidationError` for what is no JSON, unless it shows that the call succeeded.
        """
        if reader.is_none:
            return self.nothing(operation, response)
        if not response.content and reader.takes_none:
            return None
        return self.value(response.content, operation, reader, response, is_whole=True)

    def value(
        self,
        content: bytes,
        operation: Operation,
        reader: Reader,
        response: Response,
        *,
        is_whole: bool = False,
    ) -> Any:
        """The value of JSON text: an item of a stream, or the whole body."""
        name = operation.name
        drifts: list[Drift] = []
        try:
            value = reader.read(content, operation.loads)
        except ValueError:
            try:
                content = response.utf8 if is_whole else content
                value, drifts = reader.read_anyhow(content, name, operation.loads)
            except ValueError as error:
                kind = response.media_type
                if is_whole and reader.takes_all and _is_other(kind) and content:
                    return self._other(operation, response)
                if is_whole and _is_success(operation, response):
                    return self._without_json(operation, reader, response)
                said = f"not valid JSON ({error})" if content.strip() else "empty"
                if is_whole and content and kind and not is_json(kind):
                    said = f"{shorten(kind)}, not JSON: {shorten(response.text)}"
                raise invalid(f"the answer is {said}", response) from None
        if self.strict or self.on_drift is not None or self.logger.isEnabledFor(DEBUG):
            self.tell([*drifts, *reader.observe(value, name)], response)
        if drifts and not drifts[0].pointer and reader.model is not None:
            raise invalid(f"the answer {drifts[0].detail}", response, drifts)
        return value

    def nothing(self, operation: Operation, response: Response) -> None:
        """None, where the document describes no body. One that came is told of as drift."""
        content = response.content
        if content and not content.isspace():
            kind = shorten(response.media_type) or "no media type"
            detail = f"has a body that the document does not describe, of {kind}"
            self.tell([Drift(operation.name, "", "unexpected-body", detail, content)], response)

    def _other(self, operation: Operation, response: Response) -> str | bytes:
        """A body of another media type where JSON of any type is documented, which FastAPI says of
        all that it knows nothing of: text, else bytes."""
        kind = response.media_type
        detail = f"is {shorten(kind)} in place of JSON"
        self.tell([Drift(operation.name, "", "no-json", detail, response.content)], response)
        return response.text if kind.startswith("text/") else response.content

    def _without_json(self, operation: Operation, reader: Reader, response: Response) -> Any:
        text = response.text.strip()
        if not text and reader.takes_none:
            return None
        detail = f"has status {response.status_code} and no body"
        drift = Drift(operation.name, "", "no-body", detail)
        if text:
            drift = Drift(operation.name, "", "no-json", "is text in place of JSON", text)
        self.tell([drift], response)
        return reader.blank(text)

    def tell(self, drifts: list[Drift], response: Response) -> None:
        """Hand these to `on_drift`. Raises `APIResponseValidationError` where that is asked for."""
        log(drifts, self.logger)
        if self.on_drift is not None:
            for drift in drifts:
                self.on_drift(drift)
        if self.strict and drifts:
            more = f" (and {len(drifts) - 1} more)" if len(drifts) > 1 else ""
            raise invalid(f"{drifts[0]}{more}", response, drifts)


def log(drifts: Sequence[Drift], logger: Logger) -> None:
    """Write a line for each difference. A value is left out: it may be a secret."""
    for drift in drifts if logger.isEnabledFor(DEBUG) else ():
        logger.debug("drift: %s", shorten(drift.summary, 300))


def _is_success(operation: Operation, response: Response) -> bool:
    """Whether an answer that is no JSON says that the call succeeded: an empty one, and plain text.
    To raise would ask for the same call again, and a POST would be made twice. Markup may come from
    a proxy that the call never got through, JSON that is cut off or broken has lost its data, and
    after a page without items a walk would end too soon."""
    text, kind = response.text.strip(), response.media_type
    if response.status_code in (204, 205) or operation.page is not None:
        return response.status_code in (204, 205)
    if not text:
        return True
    is_text = kind in ("text/plain", "text/html")
    if kind in ("", "application/octet-stream") or is_json(kind):
        is_text = not text.startswith(("{", "[", '"'))
    return is_text and not text.startswith("<") and not _BINARY.search(text)


def _is_other(kind: str) -> bool:
    """Return whether a media type is neither of JSON nor of what `_is_success` accepts."""
    return kind not in ("", "text/plain", "text/html") and not is_json(kind)


def is_json(kind: str) -> bool:
    return kind in ("application/json", "text/json") or kind.endswith("+json")


def invalid(
    said: str, response: Response, drifts: Sequence[Drift] = ()
) -> APIResponseValidationError:
    message = f"{response.outcome}, but {said}"
    error = APIResponseValidationError(message, response.request, response)
    error.drifts = tuple(drifts)
    return error


@dataclass(eq=False, repr=False)
class BaseAPIResponse(Generic[_T]):
    http_response: Response
    retries_taken: int
    _decode: Callable[[], _T]
    _is_stream: bool = False

    def __post_init__(self) -> None:
        self.request = self.http_response.request
        self.status_code = self.http_response.status_code
        self.headers = self.http_response.headers
        self.request_id = self.headers.get("x-request-id")

    @property
    def is_closed(self) -> bool:
        return self.http_response.is_closed

    @cached_property
    def _value(self) -> _T:
        return self._decode()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status_code} of {self.request!r}>"


class APIResponse(BaseAPIResponse[_T]):
    """The response of a synchronous call. Reading raises `APIConnectionError` if it breaks off."""

    def parse(self) -> _T:
        """What the plain call returns."""
        if not self._is_stream:
            self.read()
        return self._value

    def read(self) -> bytes:
        """The whole decoded body."""
        with connection_errors(self.request):
            return self.http_response.read()

    def text(self) -> str:
        self.read()
        return self.http_response.text

    def json(self) -> Any:
        """The body as plain data. Raises `ValueError` when it is not JSON."""
        self.read()
        return self.http_response.json()

    def iter_bytes(self) -> Iterator[bytes]:
        """The decoded body in pieces as they come. Raises `ClientError` when it was closed before
        its end."""
        response = self.http_response
        with connection_errors(self.request), closing(response):
            try:
                yield from response.take()
            except OSError:
                response.check_open()
                raise
            response.check_open()

    def iter_lines(self) -> Iterator[str]:
        """The body's lines without their ends, as UTF-8."""
        lines = _Lines()
        for piece in self.iter_bytes():
            yield from lines.feed(piece)
        yield from lines.feed(b"", final=True)

    def close(self) -> None:
        """Give the connection back without reading on."""
        self.http_response.close()


class AsyncAPIResponse(BaseAPIResponse[_T]):
    """The asynchronous twin of `APIResponse`."""

    async def parse(self) -> _T:
        if not self._is_stream:
            await self.read()
        return self._value

    async def read(self) -> bytes:
        with connection_errors(self.request):
            return await self.http_response.aread()

    async def text(self) -> str:
        await self.read()
        return self.http_response.text

    async def json(self) -> Any:
        await self.read()
        return self.http_response.json()

    def iter_bytes(self) -> AsyncIterator[bytes]:
        return Pieces(self.http_response, lambda piece: () if piece is None else (piece,))

    def iter_lines(self) -> AsyncIterator[str]:
        lines = _Lines()
        return Pieces(self.http_response, lambda piece: lines.feed(piece or b"", piece is None))

    async def close(self) -> None:
        await self.http_response.aclose()

    aclose = close


class _Lines:
    """Splits a stream at LF and CRLF, and at nothing else that `str.splitlines` would."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest: list[str] = []

    def feed(self, piece: bytes, final: bool = False) -> Iterator[str]:
        """The lines that this piece completes."""
        first, *others = self._decoder.decode(piece, final).split("\n")
        self._rest.append(first)
        for part in others:
            yield "".join(self._rest).removesuffix("\r")
            self._rest = [part]
        if final and any(self._rest):
            yield "".join(self._rest)


class Steps:
    """Runs coroutines one after the other, each to its end: when the caller that waits for one is
    cancelled, as by `asyncio.timeout`, the next caller gets what comes of it."""

    _task: asyncio.Future[Any] | None = None

    async def run(self, make: Callable[[], Awaitable[_T]]) -> _T:
        if self._task is None:
            self._task = asyncio.ensure_future(make())
            self._task.add_done_callback(seen)
        await asyncio.wait((self._task,))
        task, self._task = self._task, None
        if task.cancelled():
            raise ClientError("reading this answer was cancelled, and what followed of it is lost")
        result: _T = task.result()
        return result

    def cancel(self) -> None:
        """Cancel the coroutine that runs, which is an error for whoever waits for it."""
        if self._task is not None:
            self._task.cancel()

    def __del__(self) -> None:
        if self._task is not None:
            with suppress(RuntimeError):
                self._task.get_loop().call_soon_threadsafe(self._task.cancel)


class Pieces(Generic[_T]):
    """What the pieces of a body come to, on an asynchronous client; None stands for its end."""

    def __init__(
        self, response: Response, split: Callable[[bytes | None], Iterable[_T]] | None = None
    ) -> None:
        self._response, self._split = response, split
        self._body: Any = None
        self._ready: Iterator[_T] = iter(())
        self._steps, self._lock = Steps(), asyncio.Lock()
        self._is_over = False

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> _T:
        async with self._lock:
            while True:
                for item in self._ready:
                    return item
                if self._is_over:
                    raise StopAsyncIteration
                try:
                    with connection_errors(self._response.request):
                        piece = await self.next()
                except Exception:
                    await self.aclose()
                    raise
                if piece is None:
                    self._is_over = True
                    await self.aclose()
                self._ready = iter(self._split(piece) if self._split else ())

    async def next(self) -> bytes | None:
        """The next piece, or None at the end. Raises `OSError` when the body breaks off, and
        `ClientError` when the response was closed."""
        response = self._response
        if self._body is None:
            response.check_open()
            body = response.take()
            self._body = _each(body) if response.is_read else body
        try:
            # The step holds no more than the body, so that a response which is dropped is closed.
            piece: bytes | None = await self._steps.run(partial(anext, self._body, None))
        except Exception:
            response.check_open()
            raise
        response.check_open()
        return piece

    async def aclose(self) -> None:
        await self._response.aclose()
        self._steps.cancel()


async def _each(pieces: list[bytes]) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece
