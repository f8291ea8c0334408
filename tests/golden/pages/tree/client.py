"""The clients: `Pages` and `AsyncPages`."""

from __future__ import annotations

from . import resources
from ._runtime import AsyncClient, Service, SyncClient, child, omit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ._runtime import (
        AsyncHttpClient,
        AsyncTransportTypes,
        Drift,
        HttpClient,
        Omit,
        TimeoutTypes,
        TransportTypes,
    )

_SERVICE = Service(
    name="Pages",
    environment="PAGES",
    base_url="https://pages.example",
    version="1",
    package=__package__ or "pages",
    deep_object_arrays="repeat",
)


class Pages(SyncClient):
    """The synchronous client of the Pages."""

    articles = child(lambda: resources.Articles)
    books = child(lambda: resources.Books)
    charges = child(lambda: resources.Charges)
    colours = child(lambda: resources.Colours)
    events = child(lambda: resources.Events)
    files = child(lambda: resources.Files)
    orders = child(lambda: resources.Orders)
    repos = child(lambda: resources.Repos)
    search = child(lambda: resources.Search)
    tags = child(lambda: resources.Tags)

    def __init__(
        self,
        *,
        base_url: str | None = None,
        timeout: TimeoutTypes | Omit = omit,
        max_retries: int = 2,
        default_headers: Mapping[str, str | Omit] | None = None,
        default_query: Mapping[str, object] | None = None,
        validate_requests: bool = True,
        strict_responses: bool = False,
        on_drift: Callable[[Drift], None] | None = None,
        max_response_bytes: int | None = 268_435_456,
        transport: TransportTypes | None = None,
        http_client: HttpClient | None = None,
    ) -> None:
        super().__init__(
            _SERVICE,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            default_headers=default_headers,
            default_query=default_query,
            validate_requests=validate_requests,
            strict_responses=strict_responses,
            on_drift=on_drift,
            max_response_bytes=max_response_bytes,
            transport=transport,
            http_client=http_client,
        )


class AsyncPages(AsyncClient):
    """The asynchronous client of the Pages."""

    articles = child(lambda: resources.AsyncArticles)
    books = child(lambda: resources.AsyncBooks)
    charges = child(lambda: resources.AsyncCharges)
    colours = child(lambda: resources.AsyncColours)
    events = child(lambda: resources.AsyncEvents)
    files = child(lambda: resources.AsyncFiles)
    orders = child(lambda: resources.AsyncOrders)
    repos = child(lambda: resources.AsyncRepos)
    search = child(lambda: resources.AsyncSearch)
    tags = child(lambda: resources.AsyncTags)

    def __init__(
        self,
        *,
        base_url: str | None = None,
        timeout: TimeoutTypes | Omit = omit,
        max_retries: int = 2,
        default_headers: Mapping[str, str | Omit] | None = None,
        default_query: Mapping[str, object] | None = None,
        validate_requests: bool = True,
        strict_responses: bool = False,
        on_drift: Callable[[Drift], None] | None = None,
        max_response_bytes: int | None = 268_435_456,
        transport: AsyncTransportTypes | None = None,
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        super().__init__(
            _SERVICE,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            default_headers=default_headers,
            default_query=default_query,
            validate_requests=validate_requests,
            strict_responses=strict_responses,
            on_drift=on_drift,
            max_response_bytes=max_response_bytes,
            transport=transport,
            http_client=http_client,
        )
