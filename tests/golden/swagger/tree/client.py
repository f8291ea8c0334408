"""The clients: `Depot` and `AsyncDepot`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, Self, Unpack

from . import _runtime as core, resources
from ._runtime.security import BasicLogin, HeaderKey, SecuritySchemes

_SERVICE = core.Service(
    name="Depot",
    environment="DEPOT",
    base_url="https://depot.example.com/v1",
    version="1.0",
    package=__package__ or "swagger",
    deep_object_arrays="repeat",
)


def _schemes(given: Mapping[str, core.TokenTypes | None]) -> SecuritySchemes:
    return SecuritySchemes(
        {
            "access_token": HeaderKey(
                core.CredentialText("access_token", given["access_token"], "DEPOT_ACCESS_TOKEN"),
                "Authorization",
                "Bearer ",
            ),
            "api_key": HeaderKey(
                core.CredentialText("api_key", given["api_key"], "DEPOT_API_KEY"), "X-Key"
            ),
            "username": BasicLogin(
                core.CredentialText("username", given["username"], "DEPOT_USERNAME"),
                core.CredentialText("password", given["password"], "DEPOT_PASSWORD"),
            ),
        },
        default=(("api_key",),),
        needed=(("access_token",), ("api_key",), ("username",)),
    )


TYPE_CHECKING = False
if TYPE_CHECKING:

    class _Changes(core.Changes, total=False):
        access_token: core.TokenTypes | core.Omit
        username: core.TokenTypes | core.Omit
        password: core.TokenTypes | core.Omit


class BaseDepot(core.BaseClient[core.TransportT, core.HttpClientT]):
    """The arguments of both clients."""

    def __init__(
        self,
        api_key: core.TokenTypes | None = None,
        *,
        access_token: core.TokenTypes | None = None,
        username: core.TokenTypes | None = None,
        password: core.TokenTypes | None = None,
        base_url: (
            Literal["https://depot.example.com/v1", "http://depot.example.com/v1"]
            | core.UrlTypes
            | None
        ) = None,
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
            auth=_schemes(
                {
                    "access_token": access_token,
                    "api_key": api_key,
                    "username": username,
                    "password": password,
                }
            ),
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


class Depot(BaseDepot["core.TransportTypes", "core.HttpClient"], core.SyncClient):
    """The synchronous client of the Depot."""

    crates = core.child(lambda: resources.Crates)
    searches = core.child(lambda: resources.Searches)

    if TYPE_CHECKING:

        def with_options(self, **changes: Unpack[_Changes]) -> Self: ...  # pyright: ignore

        copy = with_options


class AsyncDepot(BaseDepot["core.AsyncTransportTypes", "core.AsyncHttpClient"], core.AsyncClient):
    """The asynchronous client of the Depot."""

    crates = core.child(lambda: resources.AsyncCrates)
    searches = core.child(lambda: resources.AsyncSearches)

    if TYPE_CHECKING:

        def with_options(self, **changes: Unpack[_Changes]) -> Self: ...  # pyright: ignore

        copy = with_options
