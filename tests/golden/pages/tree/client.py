"""The clients: `Pages` and `AsyncPages`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from . import _runtime as core, resources

_SERVICE = core.Service(
    name="Pages",
    environment="PAGES",
    base_url="https://pages.example",
    version="1",
    package=__package__ or "pages",
    deep_object_arrays="repeat",
)


class BasePages(core.BaseClient[core.TransportT, core.HttpClientT]):
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


class Pages(BasePages["core.TransportTypes", "core.HttpClient"], core.SyncClient):
    """The synchronous client of the Pages."""

    articles = core.child(lambda: resources.Articles)
    books = core.child(lambda: resources.Books)
    charges = core.child(lambda: resources.Charges)
    colours = core.child(lambda: resources.Colours)
    events = core.child(lambda: resources.Events)
    files = core.child(lambda: resources.Files)
    orders = core.child(lambda: resources.Orders)
    repos = core.child(lambda: resources.Repos)
    rooms = core.child(lambda: resources.Rooms)
    search = core.child(lambda: resources.Search)
    shelves = core.child(lambda: resources.Shelves)
    tags = core.child(lambda: resources.Tags)
    users = core.child(lambda: resources.Users)


class AsyncPages(BasePages["core.AsyncTransportTypes", "core.AsyncHttpClient"], core.AsyncClient):
    """The asynchronous client of the Pages."""

    articles = core.child(lambda: resources.AsyncArticles)
    books = core.child(lambda: resources.AsyncBooks)
    charges = core.child(lambda: resources.AsyncCharges)
    colours = core.child(lambda: resources.AsyncColours)
    events = core.child(lambda: resources.AsyncEvents)
    files = core.child(lambda: resources.AsyncFiles)
    orders = core.child(lambda: resources.AsyncOrders)
    repos = core.child(lambda: resources.AsyncRepos)
    rooms = core.child(lambda: resources.AsyncRooms)
    search = core.child(lambda: resources.AsyncSearch)
    shelves = core.child(lambda: resources.AsyncShelves)
    tags = core.child(lambda: resources.AsyncTags)
    users = core.child(lambda: resources.AsyncUsers)
