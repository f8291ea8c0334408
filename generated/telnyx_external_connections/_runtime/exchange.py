"""The course of a call: send, retry, redirect, raise, decode.

It is a coroutine for both kinds of client. On a synchronous one it never waits, so that `run`
brings it to its end.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urldefrag, urljoin, urlsplit

from .errors import APIStatusError, connection_errors, shorten, status_class, unknown_options
from .omitted import Omit, omit
from .operation import Call, Operation
from .pagination import bind
from .plain_data import is_dict, is_list
from .request import Prepared, build
from .responses import APIResponse, AsyncAPIResponse, Decoder, log
from .retries import DEFAULT_POLICY, RetryPolicy
from .settings import RequestOptions, Service, Settings, checked_option
from .timeouts import Timeout, as_timeout
from .transport import Headers, Request, Response

if TYPE_CHECKING:
    from .deadlines import Deadline

MOST_REDIRECTS = 5
DRAINED = 65_536
OPTIONS = RequestOptions.__optional_keys__


@dataclass(slots=True)
class Sender:
    """The means to send the requests of a call; `own` is what a function of the caller raised."""

    exchange: "Exchange"
    try_once: Callable[[Request, Timeout], Any]
    timeout: Timeout
    deadline: "Deadline | None"
    own: OSError | None = None

    async def send(self, request: Request) -> Response:
        response: Response = await self.exchange.done(self.try_once(request, self.timeout))
        response.limit = self.exchange.settings.max_response_bytes
        response.deadline = self.deadline
        return response

    async def is_refused(self, request: Request, response: Response) -> bool:
        """Return whether a credential was refused (RFC 6750, 3.1) and it can be sent again."""
        # A body that can be read only once cannot be sent again.
        if response.status_code != 401 or not request.replays:
            return False
        await self.exchange.done(self.exchange.read(response))
        return True


class Exchange:
    def __init__(self, service: Service, settings: Settings, waits: bool) -> None:
        self.waits = waits
        self.read: Any = Response.aread if waits else Response.read
        self._close = Response.aclose if waits else Response.close
        self.sleep: Any = asyncio.sleep if waits else time.sleep
        self.settings = settings
        self._prepared = Prepared(service, settings)
        self._error = service.error
        self._auth = None if settings.auth is None or settings.auth.is_ready else settings.auth
        self._logger = logging.getLogger(service.package)
        self.decoder = Decoder(settings.strict_responses, settings.on_drift, self._logger)

    def run(self, call: Call, transport: Any) -> Any:
        """Run `perform` on a synchronous client."""
        try:
            self.perform(call, transport).send(None)
        except StopIteration as end:
            return end.value
        raise AssertionError("a synchronous call waits for nothing")

    async def perform(self, call: Call, transport: Any, deadline: "Deadline | None" = None) -> Any:
        """Return the value of a call, or its response in the other modes.

        Each round of the loop sends one request: after a 503 the same again, after a redirect the
        next one. Any other response ends it.
        """
        operation, options, settings, auth = call.operation, call.options, self.settings, self._auth
        timeout, most, policy = settings.timeout, settings.max_retries, settings.retry_policy
        seconds = settings.deadline
        if options:
            if not OPTIONS.issuperset(options):
                raise unknown_options(operation.name, options, OPTIONS)
            timeout = as_timeout(options.get("timeout", omit), timeout)
            most = self._option(options, "max_retries")
            policy = self._option(options, "retry_policy")
            seconds = self._option(options, "deadline")
        if deadline is None and seconds is not None:
            from .deadlines import within

            return await within(self, call, transport, seconds)
        given = {name: value for name, value in call.arguments.items() if value is not omit}
        checker = operation.checker if settings.validate_requests else None
        request = call.to_url(build(self._prepared, operation, given, options, checker))
        send = transport.send if deadline is None else partial(deadline.send, transport)
        sender = None if auth is None else Sender(self, send, timeout, deadline)
        answer = operation.answer
        request.reads_whole = answer is None and call.mode != "streaming"
        retries = redirects = 0
        while True:
            response: Any = None
            failure: OSError | None = None
            pause: float | None = None
            status = 0
            started = time.perf_counter()
            try:
                if sender is not None and auth is not None:
                    response = await auth.send(call, request, sender)
                else:
                    # Not by `done`: another coroutine costs measurable time.
                    sent = send(request, timeout)
                    response = await sent if self.waits else sent
                response.request, response.limit = request, settings.max_response_bytes
                if deadline is not None:
                    response.deadline = deadline
                status = response.status_code
                if status >= 300:
                    pause = _pause(policy, request, retries, most, response)
                if pause is not None and not _is_small(response.headers):
                    await self.done(self._close(response))
                elif not response.is_complete and (
                    status >= 300
                    or request.reads_whole
                    or not (call.mode == "streaming" or answer is None or answer.streams(response))
                ):
                    read = self.read(response)
                    _ = await read if self.waits else read
            except OSError as error:
                if sender is not None and sender.own is error:
                    raise
                failure = error
                pause = _pause(policy, request, retries, most, response, failure)
            if self._logger.isEnabledFor(logging.INFO):
                ended = "" if failure is None else f", {type(failure).__name__}"
                ended += f" in {(time.perf_counter() - started) * 1000:.0f} ms, try {retries + 1}"
                self._log(request, response, ended)
            if deadline is not None:
                deadline.check_try(response, failure, pause)
            if pause is not None:
                await self.done(self.sleep(pause))
                retries += 1
            elif failure is not None and (response is None or status < 300):
                try:
                    with connection_errors(request):
                        raise failure
                finally:
                    # Its traceback refers to this frame: a circle for the garbage collector.
                    failure = None
            elif status < 300:
                if deadline is not None:
                    deadline.is_released = True
                return self._result(call, response, retries)
            elif redirects < MOST_REDIRECTS and _is_redirect(response):
                request = self._redirected(call.operation, response)
                redirects += 1
            else:
                raise self._status_error(call.operation, response)

    def _option(self, options: Mapping[str, Any], name: str) -> Any:
        """Return an option of a call if it is passed, else the client's setting."""
        value = options.get(name, omit)
        is_given = not isinstance(value, Omit)
        return checked_option(name, value) if is_given else getattr(self.settings, name)

    def _log(self, request: Request, response: Response | None, ended: str) -> None:
        """Log a try at INFO; at DEBUG also its sizes and headers, without credentials."""
        status = "no answer" if response is None else response.status_code
        url = request.url.partition("?")[0]
        self._logger.info("%s %s: %s%s", request.method, url, status, ended)
        sent = request.headers.get("content-length", "unknown")
        self._logger.debug("sent %s bytes with %r", sent, request.headers)
        if response is not None:
            size = len(response.content) if response.is_read else "unread"
            self._logger.debug("received %s bytes with %r", size, response.headers)

    def _result(self, call: Call, response: Response, retries: int) -> Any:
        if call.mode == "parsed" and call.operation.answer is None:
            return self._value(call, response)
        if not response.is_read:
            response.loop = asyncio.get_running_loop() if self.waits else None
            call.client._pool.opened[id(response)] = response
        if call.mode == "parsed":
            return self._value(call, response)
        decode = partial(self._value, call, response)
        if (answer := call.operation.answer) is not None:
            is_stream = answer.streams(response)
            return answer.responses(self.waits)(response, retries, decode, is_stream)
        kind: Any = AsyncAPIResponse if self.waits else APIResponse
        return kind(response, retries, decode)

    def _value(self, call: Call, response: Response) -> Any:
        operation = call.operation
        if operation.answer is not None:
            return operation.answer.decode(self, call, response)
        value = self.decoder.decode(operation, operation.reader, response)
        return value if operation.page is None else bind(value, call, response, self.decoder)

    def _redirected(self, operation: Operation, response: Response) -> Request:
        """Return the request to where the server redirects it, which has to be the same origin."""
        request = response.request
        try:
            target = located(request.url, response.headers["location"].encode("latin-1"))
            there = origin(target)
        except ValueError:
            raise self._status_error(operation, response) from None
        if there != origin(request.url):
            host = shorten(f"{there[0]}://{there[1]}")
            said = f"a redirect to another origin, {host}, where nothing was sent"
            raise self._status_error(operation, response, said)
        return replace(request, url=target)

    def _status_error(
        self, operation: Operation, response: Response, said: str = ""
    ) -> APIStatusError:
        message = response.outcome
        if said := said or _message(response.data):
            message += f": {said}"
        if request_id := response.headers.get("x-request-id"):
            message += f" (request id {shorten(request_id)})"
        problem = status_class(response.status_code)(message, response.request, response)
        reader = operation.error_reader(response.status_code, self._error)
        if reader is not None and response.is_read and not response.is_truncated:
            with suppress(ValueError):
                content, loads = response.utf8, operation.loads
                problem.error, drifts = reader.read_error(content, operation.name, loads)
                if self._logger.isEnabledFor(logging.DEBUG):
                    log([*drifts, *reader.observe(problem.error, operation.name)], self._logger)
        return problem

    async def done(self, outcome: Any) -> Any:
        """Return an outcome; on an asynchronous client it is awaited."""
        return await outcome if self.waits else outcome


def _pause(
    policy: RetryPolicy | None,
    request: Request,
    retries: int,
    most: int,
    response: Response | None,
    failure: OSError | None = None,
) -> float | None:
    """Return the seconds until the next try, or None if this was the last."""
    if retries >= most or not request.replays:
        return None
    return (policy or DEFAULT_POLICY).wait(request, retries, response, failure)


def _is_redirect(response: Response) -> bool:
    """Return whether the redirect can be followed: by 301 to 303, a POST would become a GET."""
    request = response.request
    statuses = (301, 302, 303, 307, 308) if request.method in ("GET", "HEAD") else (307, 308)
    found = response.status_code in statuses and "location" in response.headers
    return found and request.replays


def located(base: str, reference: str | bytes) -> str:
    """Return the URL of a reference (RFC 3986, 5), escaped. Raises `ValueError` if it is none."""
    return urldefrag(urljoin(base, quote(reference, safe="%/:=&?~#+!$,;'@()*[]"))).url


def origin(url: str) -> tuple[str, str, int | None]:
    """Return the scheme, host and port of a URL (RFC 6454, 4)."""
    parts = urlsplit(url)
    port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    return parts.scheme, parts.netloc.lower().removesuffix(f":{port}"), port


def _is_small(headers: Headers) -> bool:
    """Return whether reading the body is cheaper than opening a new connection."""
    length = headers.get("content-length", "")
    return len(length) < 6 and length.isascii() and length.isdigit() and int(length) <= DRAINED


def _message(body: Any) -> str:
    """Return the server's error message, from wherever it is usual to put it."""
    if isinstance(body, str):
        return shorten(body.strip(), 300)
    if is_list(body):
        return _message(body[0]) if body else ""
    names = ("detail", "message", "title", "error_description", "error", "errors")
    fields = body if is_dict(body) else {}
    return next((said for name in names if name in fields and (said := _message(fields[name]))), "")
