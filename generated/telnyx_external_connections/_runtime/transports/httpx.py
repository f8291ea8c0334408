"""The adapter for httpx2, the default, and for httpx, which has the same interface."""

import asyncio
import os
import re
from collections.abc import AsyncIterator, Callable, Generator
from contextlib import suppress
from functools import cache, lru_cache, partial
from importlib import import_module
from socket import SHUT_RDWR, socket
from typing import Any
from urllib.parse import quote, unquote_plus, urlencode
from urllib.request import getproxies
from weakref import WeakSet

from ..errors import ClientError, RequestValidationError
from ..timeouts import Timeout
from ..transport import Headers, RawHeaders, Request, Response
from . import close_with_loop
from .failures import CallerContent, Failures, refuse_bomb
from .shares import SHARE, Share, Shares


class _Adapter:
    _handler = "handle_request"
    _open = "__iter__"

    def __init__(self, sender: Any, library: str = "httpx2", most: int | None = None) -> None:
        """Send through `sender`, or by default through `most` connections of our own."""
        self.is_owned = sender is None
        make = partial(default_sender, self._handler != "handle_request")
        self._shares = Shares(self._handler, make if sender is None else lambda: sender, most)
        sender = self.sender = self._shares.all[0].sender
        # Ours may be a client, to use proxies; it must not keep cookies.
        self.merges = not self.is_owned and not hasattr(sender, self._handler)
        # Hooks of a client, and other libraries' transports, such as httpx-aiohttp, expect bytes.
        module = type(sender).__module__.partition(".")[0]
        self._reads = self.merges or module != library
        self._decodes = module == "httpx_aiohttp"
        self._library: Any = import_module(library)
        errors = (self._library.HTTPError, self._library.StreamError)
        self._failures = Failures(errors, self._library.TimeoutException)
        self._streams: WeakSet[Any] = WeakSet()

    def abandon(self, loop: Any = None) -> None:
        """Close our side of the connections of the parent process, or of a closed event loop."""
        self.is_owned = False
        self._shares.reset()
        self._failures.reason = "the connection is that of another process or a closed event loop"
        transports = getattr(loop, "_transports", {})
        for stream in list(self._streams):
            with suppress(Exception):
                opened = stream.get_extra_info("socket")
                if loop is None:
                    opened.close()
                else:
                    # asyncio would do this in the loop's next round, of which there is none.
                    transports[opened.fileno()]._call_connection_lost(None)

    def _answered(self, answer: Any) -> Headers:
        """Return the headers of a response, and remember its connection."""
        stream = answer.extensions.get("network_stream")
        if stream is not None and stream not in self._streams:
            self._streams.add(stream)
        return Headers(answer.headers.raw)

    def _message(self, request: Request, timeout: Timeout) -> Any:
        """Return the request as the library's own, with `Host`."""
        address, headers = request.url, request.headers.raw
        if self.merges:
            address, headers = self._merged(address, headers)
        if self._decodes:
            _refuse_decoded(address)
        url, host = _target(self._library, address)
        if b"host" not in [name.lower() for name, _ in headers]:
            headers = [host, *headers]
        content = request.content or b""
        whole = self._library.ByteStream(content) if isinstance(content, bytes) else None
        message = self._library.Request(
            request.method,
            url,
            headers=headers,
            content=getattr(CallerContent(content), self._open)() if whole is None else None,
            stream=whole,
            extensions={"timeout": timeout.as_dict()},
        )
        if self._reads and whole is not None:
            message.read()
        return message

    def _merged(self, address: str, headers: RawHeaders) -> tuple[str, RawHeaders]:
        """Return the URL and headers with those of the client beneath; ours take precedence."""
        client, names = self.sender, {name.lower(): value for name, value in headers}
        theirs = [(name, value) for name, value in client.headers.raw if name.lower() not in names]
        _, mark, query = address.partition("?")
        ours = {unquote_plus(pair.partition("=")[0]) for pair in query.split("&")}
        if added := [pair for pair in client.params.multi_items() if pair[0] not in ours]:
            address += ("&" if mark else "?") + urlencode(added, quote_via=quote)
        if client.cookies:
            probe = self._library.Request("GET", address, cookies=client.cookies).headers
            given = names.get(b"cookie", b"")
            taken = [pair.partition(b"=")[0] for pair in given.split(b"; ")]
            kept = [
                pair
                for pair in probe.get("cookie", "").encode("latin-1").split(b"; ")
                if pair.partition(b"=")[0] not in taken
            ]
            theirs.append((b"Cookie", b"; ".join(filter(None, (given, *kept)))))
            headers = [pair for pair in headers if pair[0].lower() != b"cookie"]
        return address, [*headers, *theirs]


class HttpxTransport(_Adapter):
    """A `Transport` over a client or a transport of httpx2 or httpx."""

    def send(self, request: Request, timeout: Timeout) -> Response:
        share = self._shares.take(timeout.pool)
        try:
            with self._failures:
                answer = share.send(self._message(request, timeout))
        except BaseException:
            self._give(share)
            raise
        headers = self._answered(answer)
        if _is_consumed(answer, headers):
            self._give(share)
            return Response(answer.status_code, headers, answer.content)
        if (deadline := getattr(timeout, "deadline", None)) is not None:
            checked = _checked_stream(self._library.SyncByteStream)
            answer.stream = checked(answer.stream, deadline)
        body = self._body(answer, headers, request)
        return Response(
            answer.status_code, headers, body, partial(_close, answer, body, self._give, share)
        )

    def _give(self, share: Share) -> None:
        if (sender := self._shares.give(share)) is not None:
            sender.close()

    def _body(self, answer: Any, headers: Headers, request: Request) -> Generator[bytes]:
        with self._failures:
            refuse_bomb(headers, request)
            yield from answer.iter_bytes()

    def close(self) -> None:
        for sender in self._shares.senders():
            sender.close()

    def __del__(self) -> None:
        if self.is_owned:
            with suppress(Exception):
                self.close()


class AsyncHttpxTransport(_Adapter):
    """An `AsyncTransport` over an asynchronous client or transport of httpx2 or httpx."""

    _handler = "handle_async_request"
    _open = "__aiter__"
    _keeper: Any = None

    def close_with_loop(self) -> None:
        """Close the sender when the running event loop shuts down its generators (PEP 525)."""
        shares = self._shares  # Not `self`, which the generator would keep.
        self._keeper = close_with_loop(lambda: _close_all(shares.senders()))

    async def send(self, request: Request, timeout: Timeout) -> Response:
        share = await self._shares.atake(timeout.pool)
        try:
            with self._failures:
                answer = await share.send(self._message(request, timeout))
        except BaseException:
            await self._give(share)
            raise
        headers = self._answered(answer)
        if _is_consumed(answer, headers):
            await self._give(share)
            return Response(answer.status_code, headers, answer.content)
        body = self._body(answer, headers, request)
        return Response(
            answer.status_code, headers, body, partial(_aclose, answer, self._give, share)
        )

    async def _give(self, share: Share) -> None:
        if (sender := self._shares.give(share)) is not None:
            await _close_all([sender])

    async def _body(self, answer: Any, headers: Headers, request: Request) -> AsyncIterator[bytes]:
        with self._failures:
            refuse_bomb(headers, request)
            async for piece in answer.aiter_bytes():
                yield piece

    async def aclose(self) -> None:
        # If the loop is closing it already, this is a `RuntimeError`.
        with suppress(RuntimeError):
            if self._keeper is None:
                await _close_all(self._shares.senders())
            else:
                await self._keeper.aclose()


async def _close_all(senders: list[Any]) -> None:
    """Close senders, all of them even if this task is cancelled meanwhile.

    httpx2 forgets its connections first, and then closes them one by one: 12 of 20 would stay open
    after a cancellation at the ninth.
    """
    closing = asyncio.gather(*(sender.aclose() for sender in senders))
    try:
        await asyncio.shield(closing)
    except asyncio.CancelledError:
        # A few turns of the loop: without them `asyncio.run` could cancel the closing as well.
        await asyncio.wait([closing])
        raise


class _CheckedStream:
    """A stream with a deadline, checked also at pieces that decode to nothing."""

    def __init__(self, stream: Any, deadline: Any) -> None:
        self._stream, self._deadline = stream, deadline

    def __iter__(self) -> Generator[bytes]:
        for piece in self._stream:
            self._deadline.check()
            yield piece

    def close(self) -> None:
        self._stream.close()


@cache
def _checked_stream(kind: type[Any]) -> Callable[[Any, Any], Any]:
    """Return the class of streams with a deadline that is also one of the library's."""
    return type("CheckedStream", (_CheckedStream, kind), {})


@lru_cache(maxsize=256)
def _target(library: Any, url: str) -> tuple[Any, tuple[bytes, bytes]]:
    """Return the URL as the library's own, and the header `Host` for it."""
    try:
        parsed = library.URL(url)
    except library.InvalidURL as error:
        raise RequestValidationError(f"this URL cannot be sent: {error}") from None
    return parsed, (b"Host", parsed.netloc)


def _close(answer: Any, body: Generator[bytes], give: Callable[[Share], Any], share: Share) -> None:
    """Close a response. Raises `ValueError` if another thread reads it, which closes it then."""
    try:
        body.close()
    except ValueError:
        # Woken up, not closed: another's socket could get its number while that thread reads.
        stream = answer.extensions.get("network_stream")
        opened = None if stream is None else stream.get_extra_info("socket")
        # One that has just been read to its end has returned its connection.
        if opened is not None and answer.http_version[:6] == "HTTP/1" and not answer.is_closed:
            # After `SSLSocket.shutdown` the read would raise `ValueError`.
            with suppress(OSError):
                socket.shutdown(opened, SHUT_RDWR)
        raise
    try:
        answer.close()
    finally:
        give(share)


async def _aclose(answer: Any, give: Callable[[Share], Any], share: Share) -> None:
    try:
        await answer.aclose()
    finally:
        await give(share)


def _is_consumed(answer: Any, headers: Headers) -> bool:
    """Return whether a response was made with its content, as those of `MockTransport` are."""
    consumed = answer.is_stream_consumed and hasattr(answer, "_content")
    return consumed and not headers.get_list("content-encoding")


def _refuse_decoded(url: str) -> None:
    """Raise `RequestValidationError` for a URL that yarl would change, as `%2E%2E` to a way up."""
    made = str(import_module("yarl").URL(url))
    meaning = [re.sub("[^/,;=&|.?#]", "", each) for each in (made, url)]
    if "%2E" in url.upper() or meaning[0] != meaning[1]:
        raise RequestValidationError(
            "httpx-aiohttp would decode characters of this URL that must stay encoded; use the"
            " AiohttpTransport of this client"
        )


def default_sender(asynchronous: bool) -> Any:
    """Return a transport of httpx2, or a client if the environment names a proxy."""
    import httpx2

    limits = httpx2.Limits(max_connections=SHARE, max_keepalive_connections=SHARE)
    context = _ssl_context(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))
    if any(getproxies().get(scheme) for scheme in ("http", "https", "all")):
        client = httpx2.AsyncClient if asynchronous else httpx2.Client
        try:
            return client(verify=context, limits=limits)
        except ImportError:
            said = "a proxy of the environment is a SOCKS proxy, which takes the package socksio"
            raise ClientError(f"{said}: pip install 'httpx2[socks]'") from None
        except ValueError:
            said = "a proxy of the environment (HTTP_PROXY, HTTPS_PROXY or ALL_PROXY) has no URL of"
            raise ClientError(f"{said} the schemes http, https, socks5 and socks5h") from None
    transport = httpx2.AsyncHTTPTransport if asynchronous else httpx2.HTTPTransport
    return transport(verify=context, limits=limits)


@cache
def _ssl_context(_cafile: str | None, _capath: str | None) -> Any:
    """Return the one SSL context of the process: loading certificates takes longer than a call."""
    import httpx2

    return httpx2.create_ssl_context()
