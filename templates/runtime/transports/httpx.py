"""Sends through httpx2, the default, or through httpx, which has the same interface."""

import os
from collections.abc import AsyncIterator, Iterator
from functools import cache, lru_cache, partial
from importlib import import_module
from typing import Any
from urllib.request import getproxies

from ..errors import RequestValidationError
from ..timeouts import Timeout
from ..transport import Headers, Request, Response
from . import Failures


class _Adapter:
    _handler = "handle_request"
    _open = "__iter__"

    def __init__(self, sender: Any, library: str = "httpx2") -> None:
        self._sender = sender
        handle = getattr(sender, self._handler, None)
        self._send = handle or partial(sender.send, stream=True, follow_redirects=False)
        self._library: Any = import_module(library)
        errors = (self._library.HTTPError, self._library.StreamError)
        self._failures = Failures(errors, self._library.TimeoutException)
        self._target = lru_cache(maxsize=256)(self._parsed)

    def _parsed(self, url: str) -> tuple[Any, tuple[bytes, bytes]]:
        """The URL as the library's own, and the header `Host` that goes with it."""
        try:
            parsed = self._library.URL(url)
        except self._library.InvalidURL as error:
            raise RequestValidationError(f"this URL cannot be sent: {error}") from None
        return parsed, (b"Host", parsed.netloc)

    def _message(self, request: Request, timeout: Timeout) -> Any:
        """The request as the library's own; nothing is added to it but `Host`."""
        url, host = self._target(request.url)
        headers = request.headers.raw
        if b"host" not in [name.lower() for name, _ in headers]:
            headers = [host, *headers]
        content = request.content or b""
        whole = self._library.ByteStream(content) if isinstance(content, bytes) else None
        return self._library.Request(
            request.method,
            url,
            headers=headers,
            content=getattr(content, self._open)() if whole is None else None,
            stream=whole,
            extensions={"timeout": dict(vars(timeout))},
        )


class HttpxTransport(_Adapter):
    """Our `Transport` over a client or a transport of httpx2 or httpx."""

    def send(self, request: Request, timeout: Timeout) -> Response:
        with self._failures:
            answer = self._send(self._message(request, timeout))
        headers = Headers(answer.headers.raw)
        body = self._body(answer, headers, request)
        return Response(answer.status_code, headers, body, answer.close)

    def _body(self, answer: Any, headers: Headers, request: Request) -> Iterator[bytes]:
        with self._failures:
            _refuse_bomb(headers, request)
            yield from answer.iter_bytes()

    def close(self) -> None:
        self._sender.close()


class AsyncHttpxTransport(_Adapter):
    """Our `AsyncTransport` over an asynchronous client or transport of httpx2 or httpx."""

    _handler = "handle_async_request"
    _open = "__aiter__"

    async def send(self, request: Request, timeout: Timeout) -> Response:
        with self._failures:
            answer = await self._send(self._message(request, timeout))
        headers = Headers(answer.headers.raw)
        body = self._body(answer, headers, request)
        return Response(answer.status_code, headers, body, answer.aclose)

    async def _body(self, answer: Any, headers: Headers, request: Request) -> AsyncIterator[bytes]:
        with self._failures:
            _refuse_bomb(headers, request)
            async for piece in answer.aiter_bytes():
                yield piece

    async def aclose(self) -> None:
        await self._sender.aclose()


def _refuse_bomb(headers: Headers, request: Request) -> None:
    """Raises `ConnectionError` for content in several codings, or in one that was not asked for: a
    small piece of it can come to gigabytes at once, before anything counts them."""
    if codings := headers.get_list("content-encoding"):
        coding = ",".join(codings).strip().lower()
        accepted = request.headers.get("accept-encoding", "")
        if "," in coding or (coding in ("br", "zstd") and coding not in accepted):
            said = f"the answer is encoded as {coding[:40]!r}, which was not asked for"
            raise ConnectionError(said)


def default_sender(asynchronous: bool) -> Any:
    """A transport of httpx2, or a client where proxies of the environment have to be obeyed."""
    import httpx2

    limits = httpx2.Limits(max_connections=1000, max_keepalive_connections=100)
    context = _ssl_context(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))
    if any(getproxies().get(scheme) for scheme in ("http", "https", "all")):
        client = httpx2.AsyncClient if asynchronous else httpx2.Client
        return client(verify=context, limits=limits)
    transport = httpx2.AsyncHTTPTransport if asynchronous else httpx2.HTTPTransport
    return transport(verify=context, limits=limits)


@cache
def _ssl_context(_cafile: str | None, _capath: str | None) -> Any:
    """One for the whole process, for loading certificates takes longer than a call; another only
    once the environment, which httpx2 reads them from, says other files."""
    import httpx2

    return httpx2.create_ssl_context()
