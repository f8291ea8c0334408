"""The clients: `N2ndNamesSuch` and `AsyncN2ndNamesSuch`."""

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
    name="N2ndNamesSuch",
    environment="N2_ND_NAMES_SUCH",
    base_url="https://names.example/v1",
    version="1",
    package=__package__ or "names",
    deep_object_arrays="repeat",
)


class N2ndNamesSuch(SyncClient):
    """The synchronous client of the 2nd names & such."""

    async_con = child(lambda: resources.AsyncCon)
    class_ = child(lambda: resources.Class)
    con = child(lambda: resources.ConResource)
    pages = child(lambda: resources.PagesResource)

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


class AsyncN2ndNamesSuch(AsyncClient):
    """The asynchronous client of the 2nd names & such."""

    async_con = child(lambda: resources.AsyncAsyncCon)
    class_ = child(lambda: resources.AsyncClass)
    con = child(lambda: resources.AsyncConResource)
    pages = child(lambda: resources.AsyncPagesResource)

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
