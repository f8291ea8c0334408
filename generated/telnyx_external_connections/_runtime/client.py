"""The base classes of the two clients.

Making a client imports neither pydantic nor an HTTP library; its first call does.
"""

from __future__ import annotations

import os
from copy import copy
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, Unpack

from .errors import unknown_options
from .omitted import Omit, omit
from .operation import Call
from .pool import make_pool
from .resource import cached_attributes
from .settings import Changes, Service, Settings, UrlTypes, checked_url
from .timeouts import Timeout, TimeoutTypes, as_timeout, timeout_of

if TYPE_CHECKING:
    from .exchange import Exchange
    from .transport import AsyncTransport, Transport

TransportT = TypeVar("TransportT")
HttpClientT = TypeVar("HttpClientT")


class BaseClient(Generic[TransportT, HttpClientT]):
    _asynchronous = False

    def __init__(
        self,
        service: Service,
        *,
        base_url: UrlTypes | None = None,
        timeout: TimeoutTypes | Omit = omit,
        transport: TransportT | None = None,
        http_client: HttpClientT | None = None,
        max_connections: int | None = None,
        **settings: Any,
    ) -> None:
        self._service = service
        self._variable = f"{service.environment}_BASE_URL"
        named = os.environ.get(self._variable) or None if base_url is None else base_url
        url = service.base_url if named is None else named
        url = checked_url(url, self._variable, settings.get("variables"))
        limits = as_timeout(timeout, timeout_of(http_client))
        self._settings = Settings(url, named is not None, timeout=limits, **settings)
        self._pool = make_pool(
            type(self).__name__,
            self._asynchronous,
            transport,
            http_client,
            max_connections,
            service.transport,
        )
        if level := os.environ.get(f"{service.environment}_LOG"):
            _show_log(service.package, level)

    @property
    def base_url(self) -> str:
        """The URL that paths are appended to, without a slash at its end."""
        return self._settings.base_url

    @property
    def timeout(self) -> Timeout:
        return self._settings.timeout

    @property
    def max_retries(self) -> int:
        return self._settings.max_retries

    @property
    def deadline(self) -> float | None:
        """The most seconds that a whole call may take; None for no limit."""
        return self._settings.deadline

    @property
    def is_closed(self) -> bool:
        return self._pool.closed

    def with_options(self, **changes: Unpack[Changes]) -> Self:
        """Return a copy with these settings, which shares the connection pool.

        Default headers and query parameters are added to those of this client. Closing one of the
        clients that share a pool closes it for all. Raises `OptionError` for an unknown option.
        """
        old = self._settings
        new: dict[str, Any] = {name: value for name, value in changes.items() if value is not omit}
        credentials = set(old.auth.arguments if old.auth else ())
        known = (Changes.__optional_keys__ - {"api_key"}) | credentials
        if not known.issuperset(new):
            raise unknown_options("with_options", new, known)
        if old.auth is not None and (names := new.keys() & credentials):
            new["auth"] = old.auth.changed({name: new.pop(name) for name in names})
        if "base_url" in new:
            new["base_url"] = checked_url(new["base_url"], self._variable, old.variables)
            new["is_url_given"] = True
        if "timeout" in new:
            new["timeout"] = as_timeout(new["timeout"], old.timeout)
        for name in ("default_headers", "default_query"):
            new[name] = {**(getattr(old, name) or {}), **(new.get(name) or {})}
        twin = self._bare()
        twin._settings = replace(old, **new)
        return twin

    copy = with_options

    def warmup(self, *resources: str) -> None:
        """Load in advance what calls of these resources (`"accounts.cards"`), or of all, need."""
        from .warmup import warm

        warm(self, resources)

    def _bare(self) -> Self:
        """Return a copy without the cached resources and prepared requests of this client."""
        twin = copy(self)
        for name in cached_attributes(self):
            vars(twin).pop(name, None)
        return twin

    @cached_property
    def _caller(self) -> Self:
        # A resource that referred to this client would delay the release of its connections.
        return self._bare()

    @cached_property
    def _exchange(self) -> Exchange:
        from .exchange import Exchange

        return Exchange(self._service, self._settings, self._asynchronous)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.base_url}>"


class SyncClient(BaseClient[Any, Any]):
    """The base of the synchronous client.

    A transport or HTTP client that was passed to it stays open after `close()`: others may use it.
    """

    def _perform(self, call: Call) -> Any:
        return self._exchange.run(call, self._pool.transport())

    def close(self) -> None:
        """Close connections and open streams; a later call raises `ClientError`."""
        transport: Transport | None = self._pool.release()
        for response in self._pool.open_responses():
            response.close()
        if transport is not None:
            transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


class AsyncClient(BaseClient[Any, Any]):
    """The base of the asynchronous client; see `SyncClient`."""

    _asynchronous = True

    def _perform(self, call: Call) -> Any:
        # Not `async`: the caller awaits the coroutine, and a second one costs measurable time.
        return self._exchange.perform(call, self._pool.transport())

    async def aclose(self) -> None:
        """Close connections and open streams; a later call raises `ClientError`."""
        transport: AsyncTransport | None = self._pool.release()
        for response in self._pool.open_responses():
            await response.aclose()
        if transport is not None:
            await transport.aclose()

    close = aclose

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.aclose()


def _show_log(package: str, level: str) -> None:
    """Write the package's log to stderr if `level` is `info` or `debug`, in any case."""
    import logging

    logger, level = logging.getLogger(package), level.strip().upper()
    if level in ("INFO", "DEBUG"):
        logger.setLevel(level)
        if not logger.hasHandlers():
            logging.basicConfig(format="%(asctime)s %(name)s %(message)s")
