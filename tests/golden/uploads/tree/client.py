"""The clients: `Uploads` and `AsyncUploads`."""

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
    name="Uploads",
    environment="UPLOADS",
    base_url="https://uploads.example",
    version="1",
    package=__package__ or "uploads",
    deep_object_arrays="repeat",
)


class Uploads(SyncClient):
    """The synchronous client of the Uploads."""

    batches = child(lambda: resources.Batches)
    blobs = child(lambda: resources.Blobs)
    documents = child(lambda: resources.Documents)
    events = child(lambda: resources.Events)
    feeds = child(lambda: resources.Feeds)
    free = child(lambda: resources.Free)
    hooks = child(lambda: resources.Hooks)
    images = child(lambda: resources.Images)
    pictures = child(lambda: resources.Pictures)
    tokens = child(lambda: resources.Tokens)
    videos = child(lambda: resources.Videos)

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


class AsyncUploads(AsyncClient):
    """The asynchronous client of the Uploads."""

    batches = child(lambda: resources.AsyncBatches)
    blobs = child(lambda: resources.AsyncBlobs)
    documents = child(lambda: resources.AsyncDocuments)
    events = child(lambda: resources.AsyncEvents)
    feeds = child(lambda: resources.AsyncFeeds)
    free = child(lambda: resources.AsyncFree)
    hooks = child(lambda: resources.AsyncHooks)
    images = child(lambda: resources.AsyncImages)
    pictures = child(lambda: resources.AsyncPictures)
    tokens = child(lambda: resources.AsyncTokens)
    videos = child(lambda: resources.AsyncVideos)

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
