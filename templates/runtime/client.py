"""The client: its settings, its connection pool, and the way from a call to its result.

Making a client imports neither pydantic nor an HTTP library; the first call does.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from .omitted import Omit, omit
from .operation import Call
from .settings import Auth, Service, Settings, checked_url
from .timeouts import DEFAULT_TIMEOUT, Timeout, TimeoutTypes, as_timeout
from .transports import make_pool

if TYPE_CHECKING:
    from .exchange import Exchange
    from .models import Drift
    from .transport import AsyncTransport, Transport


class BaseClient:
    """What both kinds of client share."""

    _asynchronous = False

    def __init__(
        self,
        service: Service,
        *,
        base_url: str | None = None,
        timeout: TimeoutTypes | Omit = omit,
        transport: object = None,
        http_client: object = None,
        **settings: Any,
    ) -> None:
        """The other settings are those of `Settings`."""
        self._service = service
        self._variable = f"{service.environment}_BASE_URL"
        if base_url is None:
            base_url = os.environ.get(self._variable) or service.base_url
        url, limits = checked_url(base_url, self._variable), as_timeout(timeout, DEFAULT_TIMEOUT)
        self._settings = Settings(url, timeout=limits, **settings)
        self._pool = make_pool(type(self).__name__, self._asynchronous, transport, http_client)
        if level := os.environ.get(f"{service.environment}_LOG"):
            from .logs import configure

            configure(service.package, level)

    @property
    def base_url(self) -> str:
        """Where requests go, without a slash at the end."""
        return self._settings.base_url

    @property
    def timeout(self) -> Timeout:
        return self._settings.timeout

    @property
    def max_retries(self) -> int:
        return self._settings.max_retries

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
        old = self._settings
        changes: dict[str, Any] = {
            "timeout": as_timeout(timeout, old.timeout),
            "max_retries": max_retries,
            "default_headers": {**(old.default_headers or {}), **(default_headers or {})},
            "default_query": {**(old.default_query or {}), **(default_query or {})},
            "validate_requests": validate_requests,
            "strict_responses": strict_responses,
            "on_drift": on_drift,
        }
        if not isinstance(api_key, Omit):
            changes["auth"] = Auth("api_key" if old.auth is None else old.auth.argument, api_key)
        if not isinstance(base_url, Omit):
            changes["base_url"] = checked_url(base_url, self._variable)
        twin = copy(self)
        twin._settings = replace(
            old, **{name: value for name, value in changes.items() if not isinstance(value, Omit)}
        )
        # What was made with the old settings stays behind: resources, prepared requests.
        for name in list(vars(twin)):
            if isinstance(getattr(type(self), name, None), cached_property):
                delattr(twin, name)
        return twin

    copy = with_options

    @cached_property
    def _exchange(self) -> Exchange:
        from .exchange import Exchange

        return Exchange(self._service, self._settings, self._asynchronous)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.base_url}>"


class SyncClient(BaseClient):
    """The base of a generated client.

    `close()` closes the pool that the client made; a transport or HTTP client that was given stays
    open, for it may serve others.
    """

    def _perform(self, call: Call) -> Any:
        from .exchange import run

        return run(self._exchange.course(call, self._pool.transport()))

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

    async def _perform(self, call: Call) -> Any:
        return await self._exchange.course(call, self._pool.transport())

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
