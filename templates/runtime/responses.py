"""What a call gives back: its value, or the response around it."""

from __future__ import annotations

import codecs
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import from_json

from .drift import Reader
from .errors import APIResponseValidationError, connection_error, shorten
from .models import Drift
from .transport import Headers, Request, Response

_T = TypeVar("_T")


class Decoder:
    """Turns bodies into values; `strict` raises on drift, `on_drift` is told of it."""

    def __init__(self, strict: bool, on_drift: Callable[[Drift], None] | None) -> None:
        self._strict = strict
        self._on_drift = on_drift
        self._watches = strict or on_drift is not None

    def decode(self, reader: Reader, name: str, request: Request, response: Response) -> Any:
        """The value of a body that was read.

        A 204 or 205 where a model is due has succeeded: it gives a model without fields, and is
        drift. An empty 200, another content type and broken JSON raise
        `APIResponseValidationError`.
        """
        content = response.content
        if reader.annotation is bytes or reader.is_none:
            return None if reader.is_none else content
        if not content and response.status_code in (204, 205):
            detail = f"has status {response.status_code} and no body"
            self._tell([Drift(name, "", "no-body", detail)], request, response)
            return None if reader.model is None else reader.read_anyhow(b"{}", name)[0]
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind and not (kind in ("application/json", "text/json") or kind.endswith("+json")):
            if reader.annotation is str:
                return response.text
            said = f"the answer is {shorten(kind)}, not JSON: {shorten(response.text)}"
            raise _invalid(said, request, response)
        drifts: list[Drift] = []
        try:
            value = reader.read(content)
        except ValidationError:
            try:
                value, drifts = reader.read_anyhow(content, name)
            except ValueError as error:
                said = f"not valid JSON ({error})" if content else "empty"
                raise _invalid(f"the answer is {said}", request, response) from None
        if self._watches:
            self._tell([*drifts, *reader.observe(value, name)], request, response)
        if drifts and not drifts[0].pointer and reader.model is not None:
            raise _invalid(f"the answer {drifts[0].detail}", request, response, drifts)
        return value

    def _tell(self, drifts: list[Drift], request: Request, response: Response) -> None:
        if self._on_drift is not None:
            for drift in drifts:
                self._on_drift(drift)
        if self._strict and drifts:
            more = f" (and {len(drifts) - 1} more)" if len(drifts) > 1 else ""
            raise _invalid(f"{drifts[0]}{more}", request, response, drifts)


def _invalid(
    said: str, request: Request, response: Response, drifts: list[Drift] | None = None
) -> APIResponseValidationError:
    message = f"{request.method} {request.path} answered {response.status_code}, but {said}"
    error = APIResponseValidationError(
        message, request=request, response=response, body=body_of(response)
    )
    error.drifts = tuple(drifts or ())
    return error


def body_of(response: Response) -> Any:
    """Plain data where the body is JSON, else its text, or None when there is none."""
    if not response.is_read or not response.content:
        return None
    try:
        return from_json(response.content)
    except ValueError:
        return response.text


class BaseAPIResponse(Generic[_T]):
    """A response whose body has a type."""

    def __init__(
        self, request: Request, response: Response, decode: Callable[[Response], _T], retries: int
    ) -> None:
        self.request = request
        self.http_response = response
        self.retries_taken = retries
        self._decode = decode
        self._parsed: list[_T] = []

    @property
    def status_code(self) -> int:
        return self.http_response.status_code

    @property
    def headers(self) -> Headers:
        return self.http_response.headers

    @property
    def request_id(self) -> str | None:
        """The server's own name for the call, for its support."""
        return self.headers.get("x-request-id")

    @property
    def is_closed(self) -> bool:
        return self.http_response.is_closed

    def _value(self) -> _T:
        if not self._parsed:
            self._parsed.append(self._decode(self.http_response))
        return self._parsed[0]

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status_code} of {self.request!r}>"


class APIResponse(BaseAPIResponse[_T]):
    """The response of a synchronous call. Reading raises `APIConnectionError` if it breaks off."""

    def parse(self) -> _T:
        """What the plain call returns."""
        self.read()
        return self._value()

    def read(self) -> bytes:
        """The whole decoded body."""
        try:
            return self.http_response.read()
        except OSError as error:
            raise connection_error(error, self.request) from error

    def text(self) -> str:
        self.read()
        return self.http_response.text

    def json(self) -> Any:
        """The body as plain data. Raises `ValueError` when it is not JSON."""
        self.read()
        return self.http_response.json()

    def iter_bytes(self) -> Iterator[bytes]:
        """The decoded body in pieces as they come."""
        try:
            yield from self.http_response.iter_bytes()
        except OSError as error:
            raise connection_error(error, self.request) from error

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
        """What the plain call returns."""
        await self.read()
        return self._value()

    async def read(self) -> bytes:
        """The whole decoded body."""
        try:
            return await self.http_response.aread()
        except OSError as error:
            raise connection_error(error, self.request) from error

    async def text(self) -> str:
        await self.read()
        return self.http_response.text

    async def json(self) -> Any:
        """The body as plain data. Raises `ValueError` when it is not JSON."""
        await self.read()
        return self.http_response.json()

    async def iter_bytes(self) -> AsyncIterator[bytes]:
        """The decoded body in pieces as they come."""
        try:
            async for piece in self.http_response.aiter_bytes():
                yield piece
        except OSError as error:
            raise connection_error(error, self.request) from error

    async def iter_lines(self) -> AsyncIterator[str]:
        """The body's lines without their ends, as UTF-8."""
        lines = _Lines()
        async for piece in self.iter_bytes():
            for line in lines.feed(piece):
                yield line
        for line in lines.feed(b"", final=True):
            yield line

    async def close(self) -> None:
        """Give the connection back without reading on."""
        await self.http_response.aclose()


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
