"""The course of a call: retries, redirects, errors and logs, written once for both kinds of client.

It is a coroutine. On a synchronous client it never waits, so that `run` brings it to its end.
"""

import asyncio
import logging
import time
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any
from urllib.parse import quote, urldefrag, urljoin, urlsplit

from . import logs
from .errors import APIStatusError, connection_error, shorten, status_class
from .omitted import omit
from .operation import Call, Operation
from .pagination import bind
from .plain import is_dict, is_list
from .request import Prepared, build
from .responses import APIResponse, AsyncAPIResponse, Decoder, body_of
from .retries import delay, should_retry
from .settings import Service, Settings
from .timeouts import Timeout, as_timeout
from .transport import Headers, Request, Response

MOST_REDIRECTS = 5
DRAINED = 65_536
OPTIONS = frozenset(("extra_headers", "extra_query", "extra_body", "timeout"))


def run(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """The result of a coroutine that never waits."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value
    raise AssertionError("a blocking call waits for nothing")


class Exchange:
    """What the calls of one client have in common."""

    def __init__(self, service: Service, settings: Settings, waits: bool) -> None:
        self._waits = waits
        self._read = Response.aread if waits else Response.read
        self._close = Response.aclose if waits else Response.close
        self._sleep = asyncio.sleep if waits else time.sleep
        self._settings = settings
        self._prepared = Prepared(service, settings)
        self._decoder = Decoder(settings.strict_responses, settings.on_drift)
        self._logger = logging.getLogger(service.package)

    async def course(self, call: Call, transport: Any) -> Any:
        """The value of a call, or its response in the other modes."""
        request, timeout = self._request(call)
        retries = redirects = 0
        while True:
            response: Any = None
            failure: OSError | None = None
            status = 0
            started = time.perf_counter()
            try:
                response = await self._done(transport.send(request, timeout))
                status = response.status_code
                again = status >= 300 and self._tries_again(retries, response)
                if again and not _is_small(response.headers):
                    # That closing fails is no news: another try follows.
                    with suppress(OSError):
                        await self._done(self._close(response))
                elif status >= 300 or call.mode != "streaming":
                    await self._done(self._read(response))
            except OSError as error:
                failure = error
                again = self._tries_again(retries, response)
            if self._logger.isEnabledFor(logging.INFO):
                seconds = time.perf_counter() - started
                logs.attempt(self._logger, request, response, failure, seconds, retries)
            if again:
                await self._done(self._sleep(delay(retries, response)))
                retries += 1
            elif response is None or (failure is not None and status < 300):
                assert failure is not None
                raise connection_error(failure, request) from failure
            elif status < 300:
                return self._result(call, request, response, retries)
            elif redirects < MOST_REDIRECTS and _is_redirect(request, response):
                request = _redirected(call.operation, request, response)
                redirects += 1
            else:
                raise _status_error(call.operation, request, response)

    def _tries_again(self, retries: int, response: Response | None) -> bool:
        """Whether a try that failed is followed by another: a success that broke off is, too."""
        if retries >= self._settings.max_retries:
            return False
        if response is None or response.status_code < 300:
            return True
        return should_retry(response.status_code, response.headers)

    def _request(self, call: Call) -> tuple[Request, Timeout]:
        options, settings = call.options, self._settings
        if not OPTIONS.issuperset(options):
            unknown = ", ".join(sorted(set(options) - OPTIONS))
            raise TypeError(f"{call.operation.name} takes no argument called {unknown}")
        given = {name: value for name, value in call.arguments.items() if value is not omit}
        checker = call.operation.checker if settings.validate_requests else None
        request = build(self._prepared, call.operation, given, options, checker)
        return request, as_timeout(options.get("timeout", omit), settings.timeout)

    def _result(self, call: Call, request: Request, response: Response, retries: int) -> Any:
        def decode() -> Any:
            return bind(self._decoder.decode(call.operation, request, response), call)

        if call.mode == "parsed":
            return decode()
        kind = AsyncAPIResponse[Any] if self._waits else APIResponse[Any]
        return kind(request, response, retries, decode)

    async def _done(self, outcome: Any) -> Any:
        """What an act came to; on an asynchronous client it is awaited."""
        return await outcome if self._waits else outcome


def _redirected(operation: Operation, request: Request, response: Response) -> Request:
    """The request again, to where the server points within its own origin."""
    location = response.headers["location"].encode("latin-1")
    try:
        target = urldefrag(urljoin(request.url, quote(location, safe="%/:=&?~#+!$,;'@()*[]"))).url
        origin = _origin(target)
    except ValueError:
        raise _status_error(operation, request, response) from None
    if origin != _origin(request.url):
        host = shorten(f"{origin[0]}://{origin[1]}")
        said = f"a redirect to another origin, {host}, where nothing was sent"
        raise _status_error(operation, request, response, said)
    return Request(request.method, target, request.headers, request.content)


def _is_redirect(request: Request, response: Response) -> bool:
    status = response.status_code
    follows = status in (307, 308) or (
        status in (301, 302, 303) and request.method in ("GET", "HEAD")
    )
    return follows and "location" in response.headers


def _origin(url: str) -> tuple[str, str, int | None]:
    parts = urlsplit(url)
    port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    return parts.scheme, parts.netloc.lower().removesuffix(f":{port}"), port


def _is_small(headers: Headers) -> bool:
    """Whether reading the body is cheaper than a new connection."""
    length = headers.get("content-length", "")
    return len(length) < 6 and length.isascii() and length.isdigit() and int(length) <= DRAINED


def _status_error(
    operation: Operation, request: Request, response: Response, said: str = ""
) -> APIStatusError:
    body = body_of(response)
    status = response.status_code
    error = None
    if operation.error_reader is not None and body is not None:
        with suppress(ValueError):
            error = operation.error_reader.read(response.content)
    said = said or _message(body)
    request_id = response.headers.get("x-request-id")
    message = f"{request.method} {request.path} answered {status}"
    message += f": {said}" if said else ""
    message += f" (request id {shorten(request_id)})" if request_id else ""
    return status_class(status)(message, request=request, response=response, body=body, error=error)


def _message(body: Any) -> str:
    """The server's own words, wherever it is usual to put them."""
    if isinstance(body, str):
        return shorten(body.strip(), 300)
    if is_list(body):
        return _message(body[0]) if body else ""
    names = ("detail", "message", "title", "error_description", "error", "errors")
    fields = body if is_dict(body) else {}
    return next((said for name in names if name in fields and (said := _message(fields[name]))), "")
