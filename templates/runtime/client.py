"""The client: its settings, its connection pool, and the way from a call to its result.

Importing this module and making a client imports neither pydantic nor an HTTP library; the first
call does.
"""

from __future__ import annotations

import os
from functools import cached_property
from threading import Lock

from .auth import Auth
from .errors import ClientError
from .omitted import Omit, omit
from .operation import PARSED, Call
from .timeouts import DEFAULT_TIMEOUT, Timeout, as_timeout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, Self

    from .exchange import Exchange
    from .models import Drift
    from .transport import AsyncTransport, TimeoutTypes, Transport


class Service:
    """What the document and its target say of the API as a whole."""

    def __init__(
        self,
        *,
        name: str,
        environment: str,
        base_url: str | None,
        version: str,
        package: str,
        deep_object_arrays: str = "repeat",
    ) -> None:
        self.name = name
        self.environment = environment
        self.base_url = base_url
        self.version = version
        self.package = package
        self.deep_object_arrays = deep_object_arrays


class Pool:
    """The transport that a client and its copies share: made at the first call, closed once."""

    def __init__(self, make: Callable[[], Any], given: bool) -> None:
        self._make = make
        self._given = given
        self._lock = Lock()
        self._transport: Any = None
        self.closed = False

    def transport(self) -> Any:
        """The transport. Raises `ClientError` after the client was closed."""
        if self._transport is None or self.closed:
            with self._lock:
                if self.closed:
                    raise ClientError("this client is closed; make a new one")
                if self._transport is None:
                    self._transport = self._make()
        return self._transport

    def release(self) -> Any:
        """Close to new calls; the transport that is left to be closed, if it is ours."""
        with self._lock:
            left = None if self.closed or self._given else self._transport
            self.closed = True
        return left


class BaseClient:
    """What both kinds of client share."""

    _asynchronous = False

    def __init__(
        self,
        service: Service,
        *,
        auth: Auth | None = None,
        base_url: str | None = None,
        timeout: TimeoutTypes | Omit = omit,
        max_retries: int = 2,
        default_headers: Mapping[str, str | Omit] | None = None,
        default_query: Mapping[str, object] | None = None,
        validate_requests: bool = True,
        strict_responses: bool = False,
        on_drift: Callable[[Drift], None] | None = None,
        transport: object = None,
        http_client: object = None,
    ) -> None:
        self._service = service
        self._auth = auth
        variable = f"{service.environment}_BASE_URL"
        url = base_url if base_url is not None else os.environ.get(variable) or service.base_url
        self._base_url = _checked_url(url, variable)
        self._timeout = as_timeout(timeout, DEFAULT_TIMEOUT)
        self._max_retries = _retries(max_retries)
        self._default_headers = dict(default_headers or {})
        self._default_query = dict(default_query or {})
        self._validate_requests = validate_requests
        self._strict_responses = strict_responses
        self._on_drift = on_drift
        self._pool = _pool(type(self).__name__, self._asynchronous, transport, http_client)
        if level := os.environ.get(f"{service.environment}_LOG"):
            from .logs import configure

            configure(service.package, level)

    @property
    def base_url(self) -> str:
        """Where requests go, without a slash at the end."""
        return self._base_url

    @property
    def timeout(self) -> Timeout:
        return self._timeout

    @property
    def max_retries(self) -> int:
        return self._max_retries

    @property
    def is_closed(self) -> bool:
        return self._pool.closed

    def with_options(
        self,
        *,
        api_key: str | Omit = omit,
        base_url: str | Omit = omit,
        timeout: TimeoutTypes | Omit = omit,
        max_retries: int | Omit = omit,
        default_headers: Mapping[str, str | Omit] | None = None,
        default_query: Mapping[str, object] | None = None,
        validate_requests: bool | Omit = omit,
        strict_responses: bool | Omit = omit,
        on_drift: Callable[[Drift], None] | Omit | None = omit,
    ) -> Self:
        """A client with some settings changed; default headers and query are added to ours.

        It shares the connection pool: closing one of them closes it for all.
        """
        twin = object.__new__(type(self))
        # Resources and prepared parts are kept in the instance, and belong to the old settings.
        kept = {
            name
            for kind in type(self).__mro__
            for name, value in vars(kind).items()
            if hasattr(value, "__get__")
        }
        twin.__dict__.update((k, v) for k, v in self.__dict__.items() if k not in kept)
        changes: dict[str, object] = {
            "_max_retries": max_retries if isinstance(max_retries, Omit) else _retries(max_retries),
            "_validate_requests": validate_requests,
            "_strict_responses": strict_responses,
            "_on_drift": on_drift,
        }
        twin.__dict__.update((k, v) for k, v in changes.items() if not isinstance(v, Omit))
        if not isinstance(api_key, Omit):
            twin._auth = Auth("api_key" if self._auth is None else self._auth.argument, api_key)
        if not isinstance(base_url, Omit):
            twin._base_url = _checked_url(base_url, "base_url")
        twin._timeout = as_timeout(timeout, self._timeout)
        twin._default_headers = {**self._default_headers, **(default_headers or {})}
        twin._default_query = {**self._default_query, **(default_query or {})}
        return twin

    copy = with_options

    @cached_property
    def _exchange(self) -> Exchange:
        from .exchange import Exchange
        from .request import Prepared, merge_headers
        from .responses import Decoder

        service = self._service
        headers = {
            "Accept": "application/json",
            "Accept-Encoding": "gzip, deflate",
            "User-Agent": f"{service.name}/{service.version} clientsmith",
        }
        if self._auth is not None:
            name, value = self._auth.header()
            headers[name] = value
        named = merge_headers(merge_headers({}, headers), self._default_headers)
        prepared = Prepared(self._base_url, named, self._default_query, service.deep_object_arrays)
        return Exchange(
            prepared,
            Decoder(self._strict_responses, self._on_drift),
            timeout=self._timeout,
            max_retries=self._max_retries,
            validate_requests=self._validate_requests,
            asynchronous=self._asynchronous,
            package=service.package,
        )

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._base_url}>"


class SyncClient(BaseClient):
    """The base of a generated client.

    `close()` closes the pool that the client made; a transport or HTTP client that was given stays
    open, for it may serve others.
    """

    def close(self) -> None:
        """Close connections; calls after it raise `ClientError`."""
        transport: Transport | None = self._pool.release()
        if transport is not None:
            transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


class AsyncClient(BaseClient):
    """The asynchronous twin of `SyncClient`."""

    _asynchronous = True

    async def aclose(self) -> None:
        """Close connections; calls after it raise `ClientError`."""
        transport: AsyncTransport | None = self._pool.release()
        if transport is not None:
            await transport.aclose()

    close = aclose

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.aclose()


def perform(call: Call, mode: str = PARSED) -> Any:
    """The result of a call on a synchronous client."""
    return call.client._exchange.run(call, mode, call.client._pool.transport())


async def aperform(call: Call, mode: str = PARSED) -> Any:
    """The result of a call on an asynchronous client."""
    return await call.client._exchange.arun(call, mode, call.client._pool.transport())


def paginate(call: Call, mode: str = PARSED) -> Any:
    """The pages of a list; in the other modes the response with the first, to be awaited."""
    from typing import Any

    from .pagination import AsyncPaginator

    return AsyncPaginator[Any, Any](call) if mode == PARSED else aperform(call, mode)


def _pool(client: str, asynchronous: bool, transport: object, http_client: object) -> Pool:
    """The pool for what was given. Raises `TypeError` for what this client cannot send with."""
    given = http_client if transport is None else transport
    if given is None:
        return Pool(lambda: _default(asynchronous), given=False)
    if transport is not None and http_client is not None:
        raise TypeError("give either transport= or http_client=, not both")
    library = _library(given)
    kind, wanted = type(given).__name__, "asynchronous" if asynchronous else "synchronous"
    is_transport = hasattr(given, "handle_request") or hasattr(given, "handle_async_request")
    if transport is None and (library is None or is_transport):
        raise TypeError(f"http_client= takes a client of httpx2 or httpx, not {kind}")
    if library is not None and transport is not None and not is_transport:
        raise TypeError(f"{kind} is no transport; pass a client as http_client=")
    if library is None:
        fits = _is_transport(given, asynchronous)
    elif is_transport:
        fits = hasattr(given, "handle_async_request" if asynchronous else "handle_request")
    else:
        fits = hasattr(given, "aclose" if asynchronous else "close")
    if not fits:
        raise TypeError(f"{client} needs something {wanted} to send with, which {kind} is not")
    return Pool(lambda: given if library is None else _adapted(given, library, asynchronous), True)


def _library(given: object) -> str | None:
    """The library an object belongs to, by its classes, so that neither has to be imported."""
    modules = (kind.__module__.partition(".")[0] for kind in type(given).__mro__)
    return next((name for name in modules if name in ("httpx2", "httpx")), None)


def _is_transport(given: object, asynchronous: bool) -> bool:
    """Whether an object has our own protocol, of the kind that is needed."""
    send = getattr(given, "send", None)
    code = getattr(send, "__code__", None)
    is_coroutine = code is not None and bool(code.co_flags & 0x80)  # inspect.CO_COROUTINE
    if asynchronous:
        return callable(send) and hasattr(given, "aclose")
    return callable(send) and hasattr(given, "close") and not is_coroutine


def _adapted(given: object, library: str, asynchronous: bool) -> Any:
    from .transports.httpx import AsyncHttpxTransport, HttpxTransport

    return (AsyncHttpxTransport if asynchronous else HttpxTransport)(given, library)


def _default(asynchronous: bool) -> Any:
    from .transports.httpx import default_sender

    return _adapted(default_sender(asynchronous), "httpx2", asynchronous)


def _checked_url(url: object, variable: str) -> str:
    """A base URL to which paths can be added. Raises `ClientError` when it is none."""
    if not isinstance(url, str) or not url:
        raise ClientError(f"No base URL was given: pass `base_url=...` or set {variable}")
    scheme, _, rest = url.partition("://")
    host = rest.partition("/")[0]
    problem = None
    if scheme.lower() not in ("http", "https") or not host or host.startswith(":"):
        problem = "it must be like https://api.example.com/v2"
    elif "@" in host:
        problem = "it must not hold a user name or password"
    elif "?" in rest or "#" in rest:
        problem = "it must have neither a query nor a fragment"
    elif not url.isprintable() or " " in url or "\\" in url:
        problem = "it has a character that no URL has"
    if problem:
        shown = url.rpartition("@")[2] if "@" in host else url
        raise ClientError(f"The base URL {shown!r} cannot be used: {problem}")
    return f"{scheme.lower()}://{rest.rstrip('/')}"


def _retries(retries: object) -> int:
    if isinstance(retries, bool) or not isinstance(retries, int) or retries < 0:
        raise ValueError(f"max_retries takes a whole number from 0 up, not {retries!r}")
    return retries
