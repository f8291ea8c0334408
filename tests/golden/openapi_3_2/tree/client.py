"""The clients: `New` and `AsyncNew`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Self, Unpack

from . import _runtime as core, resources
from ._runtime.security import HeaderKey, SecuritySchemes

_SERVICE = core.Service(
    name="New",
    environment="NEW",
    base_url="https://new.example",
    version="1",
    package=__package__ or "openapi_3_2",
    deep_object_arrays="repeat",
)


def _schemes(given: Mapping[str, core.TokenTypes | None]) -> SecuritySchemes:
    return SecuritySchemes(
        {
            "access_token": HeaderKey(
                core.CredentialText("access_token", given["access_token"], "NEW_ACCESS_TOKEN"),
                "Authorization",
                "Bearer ",
            ),
            "api_key": HeaderKey(
                core.CredentialText("api_key", given["api_key"], "NEW_API_KEY"), "X-Old"
            ),
        },
        default=(("access_token",),),
        needed=(("access_token",), ("api_key",)),
    )


TYPE_CHECKING = False
if TYPE_CHECKING:

    class _Changes(core.Changes, total=False):
        access_token: core.TokenTypes | core.Omit


class BaseNew(core.BaseClient[core.TransportT, core.HttpClientT]):
    """The arguments of both clients."""

    def __init__(
        self,
        access_token: core.TokenTypes | None = None,
        *,
        api_key: core.TokenTypes | None = None,
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
            auth=_schemes({"access_token": access_token, "api_key": api_key}),
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


class New(BaseNew["core.TransportTypes", "core.HttpClient"], core.SyncClient):
    """The synchronous client of the New."""

    nested = core.child(lambda: resources.Nested)
    pets = core.child(lambda: resources.Pets)
    places = core.child(lambda: resources.Places)
    rows = core.child(lambda: resources.Rows)
    rows_with_headers = core.child(lambda: resources.RowsWithHeaders)

    if TYPE_CHECKING:

        def with_options(self, **changes: Unpack[_Changes]) -> Self: ...  # pyright: ignore

        copy = with_options


class AsyncNew(BaseNew["core.AsyncTransportTypes", "core.AsyncHttpClient"], core.AsyncClient):
    """The asynchronous client of the New."""

    nested = core.child(lambda: resources.AsyncNested)
    pets = core.child(lambda: resources.AsyncPets)
    places = core.child(lambda: resources.AsyncPlaces)
    rows = core.child(lambda: resources.AsyncRows)
    rows_with_headers = core.child(lambda: resources.AsyncRowsWithHeaders)

    if TYPE_CHECKING:

        def with_options(self, **changes: Unpack[_Changes]) -> Self: ...  # pyright: ignore

        copy = with_options
