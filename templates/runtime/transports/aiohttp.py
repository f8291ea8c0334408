"""The adapter for aiohttp: `AsyncClient(transport="aiohttp")`, or an `AiohttpTransport`."""

import os
import ssl
from collections.abc import AsyncIterator
from contextlib import suppress
from functools import lru_cache, partial
from importlib import import_module
from types import NoneType
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from ..errors import ClientError
from ..timeouts import Timeout
from ..transport import Request, Response
from . import close_with_loop
from .failures import CallerContent, Failures, load

_OURS = "Content-Type", "User-Agent", "Accept", "Accept-Encoding"


class AiohttpTransport:
    """An `AsyncTransport` over an `aiohttp.ClientSession`, which the caller has to close."""

    def __init__(self, session: Any = None, max_connections: int = 1_000) -> None:
        self._aiohttp: Any = load("aiohttp")
        self._failures = Failures((self._aiohttp.ClientError,), TimeoutError)
        self._url: Any = import_module("yarl").URL
        lower: Any = import_module("multidict").istr
        self._ours: tuple[Any, ...] = tuple(lower(name) for name in _OURS)
        self._session, self._most = session, max_connections
        self._owned = session is None
        self._limits = lru_cache(maxsize=64)(self._limits_of)
        # The environment is read once for each host, since a look-up takes as long as a call.
        self._proxy = lru_cache(maxsize=256)(_proxy)

    def _limits_of(self, timeout: Timeout) -> Any:
        return self._aiohttp.ClientTimeout(
            connect=timeout.pool, sock_connect=timeout.connect, sock_read=timeout.read
        )

    def _opened(self) -> Any:
        if self._session is None:
            # No cookies are kept, as on the other transports.
            named = os.environ.get("SSL_CERT_FILE") or os.environ.get("SSL_CERT_DIR")
            # aiohttp's own was made when it was imported.
            context = ssl.create_default_context() if named else True
            self._session = self._aiohttp.ClientSession(
                connector=self._aiohttp.TCPConnector(limit=self._most, ssl=context),
                cookie_jar=self._aiohttp.DummyCookieJar(),
            )
        return self._session

    async def send(self, request: Request, timeout: Timeout) -> Response:
        session = self._opened()
        content: Any = request.content
        # `trust_env` would also read credentials from ~/.netrc, and refuse ours.
        # No variable holds the URL: a log of a traceback would show what its query has.
        proxy = self._proxy(_origin(request)) if self._owned else None
        if not isinstance(content, (bytes, NoneType)):
            content = aiter(CallerContent(content))
        with self._failures:
            answer = await session.request(
                request.method,
                self._url(request.url, encoded=True),
                headers=[
                    (name.decode("latin-1"), value.decode("latin-1"))
                    for name, value in request.headers.raw
                    # aiohttp writes this header itself, and refuses it from us.
                    if name != b"Transfer-Encoding"
                ],
                skip_auto_headers=self._ours,
                data=content,
                allow_redirects=False,
                proxy=proxy,
                timeout=self._limits(timeout),
            )
        body = answer.content
        headers = list(answer.raw_headers)
        if body.is_eof() and body.exception() is None:
            # All of it came with the head, and the connection is back in the pool.
            return Response(answer.status, headers, body.read_nowait())
        return Response(answer.status, headers, self._body(body), partial(_close, answer))

    async def _body(self, content: Any) -> AsyncIterator[bytes]:
        with self._failures:
            async for piece in content.iter_any():
                yield piece

    async def aclose(self) -> None:
        """Close the session, if it is ours."""
        if self._session is not None and self._owned:
            await self._session.close()

    def close_with_loop(self) -> None:
        """Close the session when the running event loop shuts down its generators (PEP 525)."""
        self._keeper = close_with_loop(self._opened().close)

    def abandon(self, loop: Any = None) -> None:
        """Close our side of the connections of the parent process, or of a closed event loop."""
        for transport in list(getattr(loop, "_transports", {}).values()):
            with suppress(Exception):
                protocol = transport.get_protocol()
                # TLS stands between the socket and the protocol of aiohttp.
                protocol = getattr(protocol, "_app_protocol", protocol)
                if type(protocol).__module__.startswith("aiohttp."):
                    transport._call_connection_lost(None)
        if self._session is not None and loop.is_closed():
            connector = self._session.connector
            self._session.detach()
            with suppress(Exception):
                # `close()` would wait for the loop.
                connector._close()


async def _close(answer: Any) -> None:
    answer.close()


def _origin(request: Request) -> str:
    return request.url[: request.url.find("/", 8)]


def _proxy(origin: str) -> str | None:
    """Return the proxy that the environment names for an origin, such as `https://api.example`."""
    scheme, netloc = urlsplit(origin)[:2]
    proxies = {} if proxy_bypass(netloc) else getproxies()
    proxy = proxies.get(scheme) or proxies.get("all")
    if proxy is not None and proxy.startswith("socks"):
        said = "aiohttp sends through no SOCKS proxy, as the environment asks for"
        raise ClientError(f"{said}: use another transport=")
    return proxy
