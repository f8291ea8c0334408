"""The clients: `Values` and `AsyncValues`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from . import _runtime as core, resources, webhooks as received

_SERVICE = core.Service(
    name="Values",
    environment="VALUES",
    base_url="https://values.example",
    version="1",
    package=__package__ or "values",
    deep_object_arrays="repeat",
)


class BaseValues(core.BaseClient[core.TransportT, core.HttpClientT]):
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


class Values(BaseValues["core.TransportTypes", "core.HttpClient"], core.SyncClient):
    """The synchronous client of the Values."""

    webhooks = received
    counts = core.child(lambda: resources.Counts)
    events = core.child(lambda: resources.Events)
    loose = core.child(lambda: resources.LooseResource)
    rates = core.child(lambda: resources.Rates)
    rides = core.child(lambda: resources.Rides)
    things = core.child(lambda: resources.Things)


class AsyncValues(BaseValues["core.AsyncTransportTypes", "core.AsyncHttpClient"], core.AsyncClient):
    """The asynchronous client of the Values."""

    webhooks = received
    counts = core.child(lambda: resources.AsyncCounts)
    events = core.child(lambda: resources.AsyncEvents)
    loose = core.child(lambda: resources.AsyncLooseResource)
    rates = core.child(lambda: resources.AsyncRates)
    rides = core.child(lambda: resources.AsyncRides)
    things = core.child(lambda: resources.AsyncThings)
