"""The value of a response, and the response objects of raw calls."""

from __future__ import annotations

import asyncio
import codecs
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import cached_property, partial
from logging import DEBUG, Logger
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from .errors import APIResponseValidationError, ClientError, connection_errors, shorten
from .models import Drift
from .operation import Operation
from .transport import Response, retrieve_exception

if TYPE_CHECKING:
    from .drift import Reader

_T = TypeVar("_T")
_BINARY = re.compile("[\0-\x08\x0e-\x1f]")


@dataclass
class Decoder:
    """A decoder of response bodies; drift is logged, goes to `on_drift`, and raises if `strict`."""

    strict: bool
    on_drift: Callable[[Drift], None] | None
    logger: Logger

    def decode(self, operation: Operation, reader: Reader, response: Response) -> Any:
        """Return the value of a JSON body, whatever its Content-Type.

        Raises `APIResponseValidationError` for one that is not JSON, unless the call has succeeded.
        """
        content = response.content
        if reader.is_none:
            return self.nothing(operation, response)
        if not content and reader.takes_none:
            return None
        return self.value(content, operation, reader, response, is_whole=True)

    def value(
        self,
        content: bytes,
        operation: Operation,
        reader: Reader,
        response: Response,
        *,
        is_whole: bool = False,
    ) -> Any:
        """Return the value of JSON text: the whole body, or an item of a stream.

        `{"id": "x"}` for a model with `id: int` is that model, with drift; `<html>` raises.
        """
        name = operation.name
        drifts: list[Drift] = []
        try:
            value = reader.read(content, operation.loads)
        except ValueError:
            try:
                content = response.utf8 if is_whole else content
                value, drifts = reader.read_leniently(content, name, operation.loads)
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
            self.report([*drifts, *reader.observe(value, name)], response)
        if drifts and not drifts[0].pointer and reader.model is not None:
            raise invalid(f"the answer {drifts[0].detail}", response, drifts)
        return value

    def nothing(self, operation: Operation, response: Response) -> None:
        """Return None where the document describes no body; one that came is drift."""
        content = response.content
        if content and not content.isspace():
            kind = shorten(response.media_type) or "no media type"
            detail = f"has a body that the document does not describe, of {kind}"
            self.report([Drift(operation.name, "", "unexpected-body", detail, content)], response)

    def _other(self, operation: Operation, response: Response) -> str | bytes:
        """Return a body other than JSON where any JSON is documented, as it is by FastAPI."""
        kind = response.media_type
        detail = f"is {shorten(kind)} in place of JSON"
        self.report([Drift(operation.name, "", "no-json", detail, response.content)], response)
        return response.text if kind.startswith("text/") else response.content

    def _without_json(self, operation: Operation, reader: Reader, response: Response) -> Any:
        text = response.text.strip()
        if not text and reader.takes_none:
            return None
        detail = f"has status {response.status_code} and no body"
        drift = Drift(operation.name, "", "no-body", detail)
        if text:
            drift = Drift(operation.name, "", "no-json", "is text in place of JSON", text)
        self.report([drift], response)
        return reader.blank(text)

    def report(self, drifts: list[Drift], response: Response) -> None:
        """Report drift to the log and `on_drift`; if `strict`, raise it."""
        log(drifts, self.logger)
        if self.on_drift is not None:
            status, kind = response.status_code, shorten(response.media_type)
            for drift in drifts:
                self.on_drift(replace(drift, status=status, media_type=kind))
        if self.strict and drifts:
            more = f" (and {len(drifts) - 1} more)" if len(drifts) > 1 else ""
            raise invalid(f"{drifts[0]}{more}", response, drifts)


def log(drifts: Sequence[Drift], logger: Logger) -> None:
    """Log each difference at DEBUG, without its value, which may be a secret."""
    for drift in drifts if logger.isEnabledFor(DEBUG) else ():
        logger.debug("drift: %s", shorten(drift.summary, 300))


def _is_success(operation: Operation, response: Response) -> bool:
    """Return whether a response that is not JSON shows that the call succeeded.

    An empty one and plain text do: raising would ask for a repetition, and a POST would be made
    twice. Markup may come from a proxy before the server, JSON that is cut off has lost its data,
    and a page without items would end a list too soon.
    """
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
    """Return whether a media type is neither JSON nor one that `_is_success` accepts."""
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
    """The response of a synchronous call. Reading it may raise `APIConnectionError`."""

    def parse(self) -> _T:
        """Return what the plain call returns."""
        if not self._is_stream:
            self.read()
        return self._value

    def read(self) -> bytes:
        """Return the whole decompressed body."""
        with connection_errors(self.request):
            return self.http_response.read()

    def text(self) -> str:
        self.read()
        return self.http_response.text

    def json(self) -> Any:
        """Return the body as plain data. Raises `ValueError` if it is not JSON."""
        self.read()
        return self.http_response.json()

    def iter_bytes(self) -> Iterator[bytes]:
        """Yield the decompressed body in pieces. Raises `ClientError` if it is closed too early."""
        response = self.http_response
        with connection_errors(self.request), closing(response):
            try:
                yield from response.take()
            except OSError:
                response.check_open()
                raise
            response.check_open()

    def iter_lines(self) -> Iterator[str]:
        """Yield the lines of the body without their ends, as UTF-8."""
        lines = _Lines()
        for piece in self.iter_bytes():
            yield from lines.feed(piece)
        yield from lines.feed(b"", final=True)

    def close(self) -> None:
        """Return the connection to the pool without reading on."""
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
    """A splitter of text at LF and CRLF only, unlike `str.splitlines`."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest: list[str] = []

    def feed(self, piece: bytes, final: bool = False) -> Iterator[str]:
        """Yield the lines that a piece completes."""
        first, *others = self._decoder.decode(piece, final).split("\n")
        self._rest.append(first)
        for part in others:
            yield "".join(self._rest).removesuffix("\r")
            self._rest = [part]
        if final and any(self._rest):
            yield "".join(self._rest)


class Steps:
    """A runner of one coroutine at a time; if a caller is cancelled, the next gets the result."""

    _task: asyncio.Future[Any] | None = None

    async def run(self, make: Callable[[], Awaitable[_T]]) -> _T:
        if self._task is None:
            self._task = asyncio.ensure_future(make())
            self._task.add_done_callback(retrieve_exception)
        await asyncio.wait((self._task,))
        task, self._task = self._task, None
        if task.cancelled():
            raise ClientError("reading this answer was cancelled, and the rest of it is lost")
        result: _T = task.result()
        return result

    def cancel(self) -> None:
        """Cancel the running coroutine, which is an error for its caller."""
        if self._task is not None:
            self._task.cancel()

    def __del__(self) -> None:
        if self._task is not None:
            with suppress(RuntimeError):
                self._task.get_loop().call_soon_threadsafe(self._task.cancel)


class Pieces(Generic[_T]):
    """An asynchronous iterator over the pieces of a body, or what `split` makes of each."""

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
        """Return the next piece, or None at the end. Raises `OSError` if the body breaks off."""
        response = self._response
        if self._body is None:
            response.check_open()
            body = response.take()
            self._body = _each(body) if response.is_read else body
        try:
            # The task refers to the body only, so that a response which is dropped is closed.
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
