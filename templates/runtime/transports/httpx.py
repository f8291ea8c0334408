"""Sends through httpx2, the default, or through httpx, which has the same interface.

The library is imported by name when the adapter is made, for httpx may not be installed.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from functools import cache, lru_cache
from importlib import import_module
from threading import Lock
from typing import Any
from urllib.request import getproxies

from ..errors import RequestValidationError
from ..timeouts import Timeout
from ..transport import Request, Response

_MOST_CONNECTIONS, _MOST_IDLE = 1000, 100
_lock = Lock()


class _Adapter:
    """What both adapters do the same way."""

    def __init__(self, sender: Any, library: str = "httpx2") -> None:
        self._sender = sender
        self._library: Any = import_module(library)
        self._errors = (self._library.HTTPError, self._library.StreamError)
        self._url = lru_cache(maxsize=256)(self._library.URL)

    def _message(self, request: Request, timeout: Timeout) -> Any:
        """The request as the library's own; nothing is added to it but `Host`."""
        try:
            url = self._url(request.url)
        except self._library.InvalidURL as error:
            raise RequestValidationError(f"this URL cannot be sent: {error}") from None
        return self._library.Request(
            request.method,
            url,
            headers=[(b"Host", url.netloc), *request.headers.raw],
            stream=self._library.ByteStream(request.content or b""),
            extensions={"timeout": timeout.limits()},
        )

    def _failure(self, error: Exception) -> OSError:
        """What our protocol says a transport raises."""
        timed_out = isinstance(error, self._library.TimeoutException)
        return (TimeoutError if timed_out else ConnectionError)(str(error) or type(error).__name__)


class HttpxTransport(_Adapter):
    """Our `Transport` over a client or a transport of httpx2 or httpx."""

    def send(self, request: Request, timeout: Timeout) -> Response:
        message, sender = self._message(request, timeout), self._sender
        try:
            if hasattr(sender, "handle_request"):
                answer = sender.handle_request(message)
            else:
                answer = sender.send(message, stream=True, follow_redirects=False)
        except self._errors as error:
            raise self._failure(error) from error
        return Response(
            answer.status_code, answer.headers.raw, self._body(answer), lambda: self._close(answer)
        )

    def close(self) -> None:
        self._sender.close()

    def _body(self, answer: Any) -> Iterator[bytes]:
        try:
            yield from answer.iter_bytes()
        except self._errors as error:
            raise self._failure(error) from error

    def _close(self, answer: Any) -> None:
        try:
            answer.close()
        except self._errors:
            return


class AsyncHttpxTransport(_Adapter):
    """Our `AsyncTransport` over an asynchronous client or transport of httpx2 or httpx."""

    async def send(self, request: Request, timeout: Timeout) -> Response:
        message, sender = self._message(request, timeout), self._sender
        try:
            if hasattr(sender, "handle_async_request"):
                answer = await sender.handle_async_request(message)
            else:
                answer = await sender.send(message, stream=True, follow_redirects=False)
        except self._errors as error:
            raise self._failure(error) from error
        return Response(
            answer.status_code, answer.headers.raw, self._body(answer), lambda: self._close(answer)
        )

    async def aclose(self) -> None:
        await self._sender.aclose()

    async def _body(self, answer: Any) -> AsyncIterator[bytes]:
        try:
            async for piece in answer.aiter_bytes():
                yield piece
        except self._errors as error:
            raise self._failure(error) from error

    async def _close(self, answer: Any) -> None:
        try:
            await answer.aclose()
        except self._errors:
            return


def default_sender(asynchronous: bool) -> Any:
    """A transport of httpx2, or a client where proxies of the environment have to be obeyed."""
    import httpx2

    limits = httpx2.Limits(max_connections=_MOST_CONNECTIONS, max_keepalive_connections=_MOST_IDLE)
    with _lock:
        context = _ssl_context(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))
    if any(getproxies().get(scheme) for scheme in ("http", "https", "all")):
        client = httpx2.AsyncClient if asynchronous else httpx2.Client
        return client(verify=context, limits=limits)
    transport = httpx2.AsyncHTTPTransport if asynchronous else httpx2.HTTPTransport
    return transport(verify=context, limits=limits)


@cache
def _ssl_context(_cafile: str | None, _capath: str | None) -> Any:
    """One context for the whole process, for loading certificates takes longer than a call; another
    only once the environment, which httpx2 reads them from, says other files."""
    import httpx2

    return httpx2.create_ssl_context()
