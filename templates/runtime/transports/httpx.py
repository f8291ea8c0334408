"""Sends through httpx2, the default, or through httpx, which has the same interface.

The library is imported by name when the adapter is made, for httpx may not be installed.
"""

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from functools import cache, lru_cache
from importlib import import_module
from threading import Lock
from typing import Any
from urllib.request import getproxies

from ..errors import RequestValidationError
from ..timeouts import Timeout
from ..transport import Request, Response
from . import failures

_lock = Lock()


class _Adapter:
    """What both adapters do the same way."""

    def __init__(self, sender: Any, library: str = "httpx2") -> None:
        self._sender = sender
        self._library: Any = import_module(library)
        self._errors = (self._library.HTTPError, self._library.StreamError)
        self._timeouts = self._library.TimeoutException
        self._url = lru_cache(maxsize=256)(self._library.URL)

    def _message(self, request: Request, timeout: Timeout) -> Any:
        """The request as the library's own; nothing is added to it but `Host`."""
        try:
            url = self._url(request.url)
        except self._library.InvalidURL as error:
            raise RequestValidationError(f"this URL cannot be sent: {error}") from None
        headers = request.headers.raw
        if not any(len(name) == 4 and name.lower() == b"host" for name, _ in headers):
            headers = [(b"Host", url.netloc), *headers]
        return self._library.Request(
            request.method,
            url,
            headers=headers,
            stream=self._library.ByteStream(request.content or b""),
            extensions={"timeout": timeout.limits()},
        )


class HttpxTransport(_Adapter):
    """Our `Transport` over a client or a transport of httpx2 or httpx."""

    def send(self, request: Request, timeout: Timeout) -> Response:
        message, sender = self._message(request, timeout), self._sender
        with failures(self._errors, self._timeouts):
            if hasattr(sender, "handle_request"):
                answer = sender.handle_request(message)
            else:
                answer = sender.send(message, stream=True, follow_redirects=False)

        def close() -> None:
            with suppress(*self._errors):
                answer.close()

        return Response(answer.status_code, answer.headers.raw, self._body(answer), close)

    def _body(self, answer: Any) -> Iterator[bytes]:
        with failures(self._errors, self._timeouts):
            yield from answer.iter_bytes()

    def close(self) -> None:
        self._sender.close()


class AsyncHttpxTransport(_Adapter):
    """Our `AsyncTransport` over an asynchronous client or transport of httpx2 or httpx."""

    async def send(self, request: Request, timeout: Timeout) -> Response:
        message, sender = self._message(request, timeout), self._sender
        with failures(self._errors, self._timeouts):
            if hasattr(sender, "handle_async_request"):
                answer = await sender.handle_async_request(message)
            else:
                answer = await sender.send(message, stream=True, follow_redirects=False)

        async def close() -> None:
            with suppress(*self._errors):
                await answer.aclose()

        return Response(answer.status_code, answer.headers.raw, self._body(answer), close)

    async def _body(self, answer: Any) -> AsyncIterator[bytes]:
        with failures(self._errors, self._timeouts):
            async for piece in answer.aiter_bytes():
                yield piece

    async def aclose(self) -> None:
        await self._sender.aclose()


def default_sender(asynchronous: bool) -> Any:
    """A transport of httpx2, or a client where proxies of the environment have to be obeyed."""
    import httpx2

    limits = httpx2.Limits(max_connections=1000, max_keepalive_connections=100)
    with _lock:
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
