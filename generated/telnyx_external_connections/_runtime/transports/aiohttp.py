"""The adapter for aiohttp: `AsyncClient(transport=AiohttpTransport())`."""

from collections.abc import AsyncIterator
from importlib import import_module
from types import NoneType
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from ..timeouts import Timeout
from ..transport import Request, Response
from .failures import CallerContent, Failures, load


class AiohttpTransport:
    """An `AsyncTransport` over an `aiohttp.ClientSession`, which the caller has to close."""

    def __init__(self, session: Any = None) -> None:
        self._aiohttp: Any = load("aiohttp")
        self._failures = Failures((self._aiohttp.ClientError,), TimeoutError)
        self._url: Any = import_module("yarl").URL
        self._session = session
        self._owned = session is None

    async def send(self, request: Request, timeout: Timeout) -> Response:
        if self._session is None:
            # No cookies are kept, as on the other transports.
            self._session = self._aiohttp.ClientSession(cookie_jar=self._aiohttp.DummyCookieJar())
        scheme, netloc = urlsplit(request.url)[:2]
        proxy, content = None, request.content
        if self._owned and not proxy_bypass(netloc):
            # `trust_env` would also read credentials from ~/.netrc, and refuse ours.
            proxy = getproxies().get(scheme)
        limits = self._aiohttp.ClientTimeout(
            connect=timeout.pool, sock_connect=timeout.connect, sock_read=timeout.read
        )
        with self._failures:
            answer = await self._session.request(
                request.method,
                self._url(request.url, encoded=True),
                headers=[
                    (name.decode("latin-1"), value.decode("latin-1"))
                    for name, value in request.headers.raw
                    # aiohttp writes this header itself, and refuses it from us.
                    if name != b"Transfer-Encoding"
                ],
                skip_auto_headers=("Content-Type", "User-Agent", "Accept", "Accept-Encoding"),
                data=(
                    content
                    if isinstance(content, (bytes, NoneType))
                    else aiter(CallerContent(content))
                ),
                allow_redirects=False,
                proxy=proxy,
                timeout=limits,
            )

        async def close() -> None:
            answer.close()

        return Response(answer.status, list(answer.raw_headers), self._body(answer.content), close)

    async def _body(self, content: Any) -> AsyncIterator[bytes]:
        with self._failures:
            async for piece in content.iter_any():
                yield piece

    async def aclose(self) -> None:
        """Close the session, if it is ours."""
        if self._session is not None and self._owned:
            await self._session.close()
