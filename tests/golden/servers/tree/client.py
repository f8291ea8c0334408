"""The clients: `Servers` and `AsyncServers`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from . import _runtime as core, resources
from ._runtime.servers import server_variables

_SERVICE = core.Service(
    name="Servers",
    environment="SERVERS",
    base_url="https://{region}.servers.example:{port}/{basePath}",
    version="1",
    package=__package__ or "servers",
    deep_object_arrays="repeat",
)


class BaseServers(core.BaseClient[core.TransportT, core.HttpClientT]):
    """The arguments of both clients."""

    def __init__(
        self,
        *,
        base_url: (
            Literal[
                "https://{region}.servers.example:{port}/{basePath}",
                "https://sandbox.servers.example/v2",
            ]
            | core.UrlTypes
            | None
        ) = None,
        base_path: str = "v2",
        port: str = "443",
        region: Literal["eu", "us"] = "eu",
        timeout: core.TimeoutTypes | core.Omit = core.omit,
        max_retries: int = 2,
        deadline: float | None = None,
        retry_policy: core.RetryPolicy | None = None,
        default_headers: Mapping[str, str | core.Omit] | None = None,
        default_query: Mapping[str, object] | None = None,
        validate_requests: bool = True,
        strict_responses: bool = False,
        on_drift: Callable[[core.Drift], None] | None = None,
        max_response_bytes: int | None = 268_435_456,
        transport: core.TransportT | None = None,
        http_client: core.HttpClientT | None = None,
        max_connections: int | None = None,
    ) -> None:
        super().__init__(
            _SERVICE,
            base_url=base_url,
            variables=server_variables(
                {"basePath": (base_path, ()), "port": (port, ()), "region": (region, ("eu", "us"))},
                paths=("basePath",),
            ),
            timeout=timeout,
            max_retries=max_retries,
            deadline=deadline,
            retry_policy=retry_policy,
            default_headers=default_headers,
            default_query=default_query,
            validate_requests=validate_requests,
            strict_responses=strict_responses,
            on_drift=on_drift,
            max_response_bytes=max_response_bytes,
            transport=transport,
            http_client=http_client,
            max_connections=max_connections,
        )


class Servers(BaseServers["core.TransportTypes", "core.HttpClient"], core.SyncClient):
    """The synchronous client of the Servers."""

    files = core.child(lambda: resources.Files)
    health = core.child(lambda: resources.Health)
    main = core.child(lambda: resources.Main)


class AsyncServers(
    BaseServers["core.AsyncTransportTypes", "core.AsyncHttpClient"], core.AsyncClient
):
    """The asynchronous client of the Servers."""

    files = core.child(lambda: resources.AsyncFiles)
    health = core.child(lambda: resources.AsyncHealth)
    main = core.child(lambda: resources.AsyncMain)
