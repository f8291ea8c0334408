"""What stands between a client and the network: requests, responses and the two protocols.

A transport of one's own needs two methods:

    class Echo:
        def send(self, request: Request, timeout: Timeout) -> Response:
            return Response(200, {"content-type": "application/json"}, request.content or b"")

        def close(self) -> None: ...

It raises `TimeoutError` when a limit passes and another `OSError`, such as `ConnectionError`, when
there is no answer to be had; both are retried. It follows no redirects, and decodes the content.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol
from urllib.parse import urlsplit

from .timeouts import Timeout

SENSITIVE = frozenset((b"authorization", b"proxy-authorization", b"cookie", b"set-cookie"))

RawHeaders = list[tuple[bytes, bytes]]


class TimeoutLike(Protocol):
    """Anything with the four limits: our `Timeout`, `httpx2.Timeout`, `httpx.Timeout`."""

    @property
    def connect(self) -> float | None: ...
    @property
    def read(self) -> float | None: ...
    @property
    def write(self) -> float | None: ...
    @property
    def pool(self) -> float | None: ...


TimeoutTypes = float | TimeoutLike | None


class Headers(Mapping[str, str]):
    """HTTP headers: names in any case, several of one name joined by commas (RFC 9110, 5.3)."""

    __slots__ = ("_index", "raw")

    def __init__(self, headers: Mapping[str, str] | RawHeaders | None = None) -> None:
        self.raw: RawHeaders = headers if isinstance(headers, list) else []
        if isinstance(headers, Mapping):
            self.raw = [(k.encode("latin-1"), v.encode("latin-1")) for k, v in headers.items()]
        self._index: dict[str, str] | None = None

    def __getitem__(self, name: str) -> str:
        if self._index is None:
            self._index = {}
            for key, value in self.raw:
                lower, text = key.decode("latin-1").lower(), value.decode("latin-1")
                before = self._index.get(lower)
                self._index[lower] = text if before is None else f"{before}, {text}"
        return self._index[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(name.decode("latin-1").lower() for name, _ in self.raw))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def get_list(self, name: str) -> list[str]:
        """Every value of a name, in the order in which they came."""
        wanted = name.lower().encode("latin-1")
        return [value.decode("latin-1") for key, value in self.raw if key.lower() == wanted]

    def redacted(self) -> Headers:
        """A copy without credentials."""
        return Headers([(k, b"[redacted]" if k.lower() in SENSITIVE else v) for k, v in self.raw])

    def __repr__(self) -> str:
        return f"Headers({dict(self.redacted())!r})"

    def __reduce__(self) -> tuple[object, ...]:
        return Headers, (self.redacted().raw,)


class Request:
    """A request as it leaves: the URL is whole and encoded; only the header `Host` is missing."""

    __slots__ = ("content", "headers", "method", "url")

    def __init__(self, method: str, url: str, headers: Headers, content: bytes | None) -> None:
        self.method = method
        self.url = url
        self.headers = headers
        self.content = content

    @property
    def path(self) -> str:
        """The path of the URL, for messages: a query may hold what nobody should see."""
        return urlsplit(self.url).path

    def __repr__(self) -> str:
        return f"<Request {self.method} {self.url.partition('?')[0]}>"

    def __reduce__(self) -> tuple[object, ...]:
        return Request, (self.method, self.url, self.headers, self.content)


class Response:
    """An answer. Its body is `bytes`, or comes in pieces from an iterable that is asynchronous on
    an asynchronous transport; so is `close`, which runs once."""

    __slots__ = ("_body", "_close", "_content", "headers", "is_closed", "status_code")

    def __init__(
        self,
        status_code: int,
        headers: Mapping[str, str] | RawHeaders | None = None,
        body: Iterable[bytes] | AsyncIterator[bytes] | bytes = b"",
        close: Callable[[], Any] | None = None,
    ) -> None:
        self.status_code = status_code
        self.headers = headers if isinstance(headers, Headers) else Headers(headers)
        self._content = body if isinstance(body, bytes) else None
        self._body: Any = body
        self._close = close
        self.is_closed = False

    @property
    def content(self) -> bytes:
        """The whole body. Raises `RuntimeError` when it has not been read."""
        if self._content is None:
            raise RuntimeError("the body of this response has not been read")
        return self._content

    @property
    def is_read(self) -> bool:
        """Whether `content` can be had."""
        return self._content is not None

    @property
    def text(self) -> str:
        """The body as text, by the charset of the Content-Type, else UTF-8."""
        kind = self.headers.get("content-type", "").lower()
        charset = kind.partition("charset=")[2].partition(";")[0].strip(" \"'")
        try:
            return self.content.decode(charset or "utf-8", "replace")
        except LookupError:
            return self.content.decode("utf-8", "replace")

    def json(self) -> Any:
        """The body as plain data. Raises `ValueError` when it is not JSON."""
        return json.loads(self.content)

    def read(self) -> bytes:
        """Read what is left and close; the bytes stay as `content`."""
        try:
            self._content = b"".join(self._pieces())
            return self._content
        finally:
            self.close()

    def iter_bytes(self) -> Iterator[bytes]:
        """The decoded body in pieces as they come; closes at the end."""
        try:
            yield from self._pieces()
        finally:
            self.close()

    def close(self) -> None:
        """Give the connection back. A second call does nothing."""
        if not self.is_closed:
            self.is_closed = True
            if self._close is not None:
                self._close()

    async def aread(self) -> bytes:
        """`read` on an asynchronous transport."""
        if self._content is None:
            self._content = b"".join([piece async for piece in self.aiter_bytes()])
        await self.aclose()
        return self._content

    async def aiter_bytes(self) -> AsyncIterator[bytes]:
        """`iter_bytes` on an asynchronous transport."""
        pieces = self._pieces()
        try:
            if isinstance(pieces, list):
                yield pieces[0]
            else:
                async for piece in pieces:
                    yield piece
        finally:
            await self.aclose()

    async def aclose(self) -> None:
        """`close` on an asynchronous transport."""
        if not self.is_closed:
            self.is_closed = True
            if self._close is not None:
                await self._close()

    def _pieces(self) -> Any:
        if self._content is not None:
            return [self._content]
        if self.is_closed or self._body is None:
            raise RuntimeError("the body of this response was already consumed or closed")
        body, self._body = self._body, None
        return body

    def __repr__(self) -> str:
        return f"<Response {self.status_code}>"

    def __reduce__(self) -> tuple[object, ...]:
        return Response, (self.status_code, self.headers, self._content or b"")


class Transport(Protocol):
    """Sends a request, and answers once the head of the response is there."""

    def send(self, request: Request, timeout: Timeout) -> Response: ...
    def close(self) -> None: ...


class AsyncTransport(Protocol):
    """The asynchronous twin of `Transport`."""

    async def send(self, request: Request, timeout: Timeout) -> Response: ...
    async def aclose(self) -> None: ...
