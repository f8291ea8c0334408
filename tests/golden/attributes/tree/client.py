"""The clients: `Attributes` and `AsyncAttributes`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from . import _runtime as core, models, resources

_SERVICE = core.Service(
    name="Attributes",
    environment="ATTRIBUTES",
    base_url="https://attributes.test",
    version="1",
    package=__package__ or "attributes",
    deep_object_arrays="repeat",
    error=lambda: models.Problem,
)


class BaseAttributes(core.BaseClient[core.TransportT, core.HttpClientT]):
    """The arguments of both clients."""

    def __init__(
        self,
        *,
        base_url: core.UrlTypes | None = None,
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


class Attributes(BaseAttributes["core.TransportTypes", "core.HttpClient"], core.SyncClient):
    """The synchronous client of the Attributes."""

    orders = core.child(lambda: resources.Orders)


class AsyncAttributes(
    BaseAttributes["core.AsyncTransportTypes", "core.AsyncHttpClient"], core.AsyncClient
):
    """The asynchronous client of the Attributes."""

    orders = core.child(lambda: resources.AsyncOrders)
