"""The clients: `Answered` and `AsyncAnswered`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from . import _runtime as core, resources

_SERVICE = core.Service(
    name="Answered",
    environment="ANSWERED",
    base_url="https://answered.example",
    version="1",
    package=__package__ or "answered",
    deep_object_arrays="repeat",
)


class BaseAnswered(core.BaseClient[core.TransportT, core.HttpClientT]):
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


class Answered(BaseAnswered["core.TransportTypes", "core.HttpClient"], core.SyncClient):
    """The synchronous client of the Answered."""

    counts = core.child(lambda: resources.Counts)
    either = core.child(lambda: resources.Either)
    last = core.child(lambda: resources.Last)
    names = core.child(lambda: resources.Names)
    orders = core.child(lambda: resources.Orders)
    ranges = core.child(lambda: resources.Ranges)
    set = core.child(lambda: resources.Set)
    total = core.child(lambda: resources.Total)
    whatever = core.child(lambda: resources.Whatever)
    word = core.child(lambda: resources.Word)


class AsyncAnswered(
    BaseAnswered["core.AsyncTransportTypes", "core.AsyncHttpClient"], core.AsyncClient
):
    """The asynchronous client of the Answered."""

    counts = core.child(lambda: resources.AsyncCounts)
    either = core.child(lambda: resources.AsyncEither)
    last = core.child(lambda: resources.AsyncLast)
    names = core.child(lambda: resources.AsyncNames)
    orders = core.child(lambda: resources.AsyncOrders)
    ranges = core.child(lambda: resources.AsyncRanges)
    set = core.child(lambda: resources.AsyncSet)
    total = core.child(lambda: resources.AsyncTotal)
    whatever = core.child(lambda: resources.AsyncWhatever)
    word = core.child(lambda: resources.AsyncWord)
