"""The course of a call, without any input or output of its own.

`Exchange.steps` is a generator: it yields a step (`Send`, `Read`, `Close`, `Sleep`), gets its
outcome or its exception, and returns the result of the call. `run` and `arun` carry the steps out.
Retries, redirects, errors and logs are thus written once for both kinds of client.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Generator
from contextlib import suppress
from typing import Any, NamedTuple, cast
from urllib.parse import quote, urldefrag, urljoin, urlsplit

from . import logs
from .errors import APIStatusError, connection_error, shorten, status_class
from .kinds import is_dict, is_list
from .omitted import omit
from .operation import PARSED, STREAMING, Call, Operation
from .pagination import bind
from .request import Prepared, build
from .responses import APIResponse, AsyncAPIResponse, Decoder, body_of
from .retries import delay, should_retry
from .timeouts import Timeout, as_timeout
from .transport import AsyncTransport, Headers, Request, Response, Transport

MOST_REDIRECTS = 5
DRAINED = 65_536
OPTIONS = frozenset(("extra_headers", "extra_query", "extra_body", "timeout"))


class Send(NamedTuple):
    request: Request
    timeout: Timeout


class Read(NamedTuple):
    response: Response


class Close(NamedTuple):
    response: Response


class Sleep(NamedTuple):
    seconds: float


Step = Send | Read | Close | Sleep
Steps = Generator[Step, Any, Any]


def _do(step: Step, transport: Transport) -> object:
    if isinstance(step, Send):
        return transport.send(step.request, step.timeout)
    if isinstance(step, Read):
        return step.response.read()
    if isinstance(step, Close):
        # The call has failed or will be tried again: that closing fails too is no news.
        with suppress(OSError):
            step.response.close()
    else:
        time.sleep(step.seconds)
    return None


async def _ado(step: Step, transport: AsyncTransport) -> object:
    if isinstance(step, Send):
        return await transport.send(step.request, step.timeout)
    if isinstance(step, Read):
        return await step.response.aread()
    if isinstance(step, Close):
        with suppress(OSError):
            await step.response.aclose()
    else:
        await asyncio.sleep(step.seconds)
    return None


def run(steps: Steps, transport: Transport) -> Any:
    """Carry out a call."""
    try:
        step = next(steps)
        while True:
            try:
                outcome = _do(step, transport)
            except BaseException as error:
                step = steps.throw(error)
            else:
                step = steps.send(outcome)
    except StopIteration as end:
        return end.value


async def arun(steps: Steps, transport: AsyncTransport) -> Any:
    """Carry out a call on the running event loop."""
    try:
        step = next(steps)
        while True:
            try:
                outcome = await _ado(step, transport)
            except GeneratorExit:
                # The coroutine itself is thrown away: nothing more can be awaited.
                raise
            except BaseException as error:
                step = steps.throw(error)
            else:
                step = steps.send(outcome)
    except StopIteration as end:
        return end.value


class Exchange:
    """What the calls of one client have in common."""

    def __init__(
        self,
        prepared: Prepared,
        decoder: Decoder,
        *,
        timeout: Timeout,
        max_retries: int,
        validate_requests: bool,
        asynchronous: bool,
        package: str,
    ) -> None:
        self._prepared = prepared
        self._decoder = decoder
        self._timeout = timeout
        self._max_retries = max_retries
        self._validates = validate_requests
        self._asynchronous = asynchronous
        self._logger = logging.getLogger(package)

    def run(self, call: Call, mode: str, transport: Transport) -> Any:
        """Make a call."""
        return run(self.steps(call, mode), transport)

    async def arun(self, call: Call, mode: str, transport: AsyncTransport) -> Any:
        """Make a call on the running event loop."""
        return await arun(self.steps(call, mode), transport)

    def steps(self, call: Call, mode: str) -> Steps:
        """The steps of a call; it returns the value, or the response in the other modes."""
        operation = call.operation
        request, timeout = self._request(call)
        retries = redirects = 0
        while True:
            response: Response | None = None
            failure: OSError | None = None
            status = 0
            started = time.perf_counter()
            try:
                response = cast(Response, (yield Send(request, timeout)))
                status = response.status_code
                retry = status >= 300 and self._retries(retries, response)
                if retry and not _is_small(response.headers):
                    yield Close(response)
                elif status >= 300 or mode is not STREAMING:
                    yield Read(response)
            except OSError as error:
                failure = error
                retry = self._retries(retries, response)
            except GeneratorExit:
                raise
            except BaseException:
                if response is not None:
                    yield Close(response)
                raise
            if self._logger.isEnabledFor(logging.INFO):
                seconds = time.perf_counter() - started
                logs.attempt(self._logger, request, response, failure, seconds, retries)
            if failure is not None and response is not None:
                yield Close(response)
            if retry:
                yield Sleep(delay(retries, None if response is None else response.headers))
                retries += 1
            elif response is None or (failure is not None and status < 300):
                cause = failure or OSError("the transport gave no response")
                raise connection_error(cause, request) from failure
            elif status < 300:
                return self._result(call, mode, request, response, retries)
            elif redirects < MOST_REDIRECTS and _is_redirect(request, response):
                request = self._redirected(operation, request, response)
                redirects += 1
            else:
                raise self._status_error(operation, request, response)

    def _retries(self, retries: int, response: Response | None) -> bool:
        """Whether a try that failed is followed by another: a success that broke off is, too."""
        if retries >= self._max_retries:
            return False
        if response is None or response.status_code < 300:
            return True
        return should_retry(response.status_code, response.headers)

    def _request(self, call: Call) -> tuple[Request, Timeout]:
        options = call.options
        if not OPTIONS.issuperset(options):
            unknown = ", ".join(sorted(set(options) - OPTIONS))
            raise TypeError(f"{call.operation.name} takes no argument called {unknown}")
        given = {name: value for name, value in call.arguments.items() if value is not omit}
        checker = call.operation.checker if self._validates else None
        request = build(self._prepared, call.operation, given, options, checker)
        timeout = as_timeout(options.get("timeout", omit), self._timeout)
        return request, timeout

    def _result(
        self, call: Call, mode: str, request: Request, response: Response, retries: int
    ) -> Any:
        operation = call.operation
        reader = operation.reader

        def decode(response: Response) -> Any:
            value = self._decoder.decode(reader, operation.name, request, response)
            return value if operation.page is None else bind(value, call)

        if mode is PARSED:
            return decode(response)
        if self._asynchronous:
            return AsyncAPIResponse[Any](request, response, decode, retries)
        return APIResponse[Any](request, response, decode, retries)

    def _redirected(self, operation: Operation, request: Request, response: Response) -> Request:
        """The request again, to where the server points within its own origin."""
        location = response.headers["location"]
        try:
            target = urldefrag(urljoin(request.url, quote(location, safe=_URL_CHARACTERS))).url
            origin = _origin(target)
        except ValueError:
            raise self._status_error(operation, request, response) from None
        if origin != _origin(request.url):
            host = shorten(f"{origin[0]}://{origin[1]}")
            said = f"a redirect to another origin, {host}, where nothing was sent"
            raise self._status_error(operation, request, response, said)
        return Request(request.method, target, request.headers, request.content)

    def _status_error(
        self, operation: Operation, request: Request, response: Response, said: str = ""
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
        return status_class(status)(
            message, request=request, response=response, body=body, error=error
        )


_URL_CHARACTERS = "%/:=&?~#+!$,;'@()*[]"


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


def _message(body: Any) -> str:
    """The server's own words, wherever it is usual to put them."""
    if isinstance(body, str):
        return shorten(body.strip(), 300)
    if is_list(body):
        return _message(body[0]) if body else ""
    names = ("detail", "message", "title", "error_description", "error", "errors")
    fields = body if is_dict(body) else {}
    return next((said for name in names if name in fields and (said := _message(fields[name]))), "")
