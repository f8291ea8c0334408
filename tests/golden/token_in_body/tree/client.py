"""The clients: `Token` and `AsyncToken`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Self, Unpack

from . import _runtime as core, resources
from ._runtime.oauth import ClientCredentials
from ._runtime.security import SecuritySchemes

_SERVICE = core.Service(
    name="Token",
    environment="TOKEN",
    base_url="https://token.example",
    version="1",
    package=__package__ or "token_in_body",
    deep_object_arrays="repeat",
)


def _schemes(given: Mapping[str, core.TokenTypes | None]) -> SecuritySchemes:
    return SecuritySchemes(
        {
            "access_token": ClientCredentials(
                core.CredentialText("access_token", given["access_token"], "TOKEN_ACCESS_TOKEN"),
                core.CredentialText("client_id", given["client_id"], "TOKEN_CLIENT_ID"),
                core.CredentialText("client_secret", given["client_secret"], "TOKEN_CLIENT_SECRET"),
                "/oauth/token",
                in_body=True,
            )
        },
        default=(("access_token read",),),
        needed=(("access_token",),),
    )


TYPE_CHECKING = False
if TYPE_CHECKING:

    class _Changes(core.Changes, total=False):
        access_token: core.TokenTypes | core.Omit
        client_id: core.TokenTypes | core.Omit
        client_secret: core.TokenTypes | core.Omit


class BaseToken(core.BaseClient[core.TransportT, core.HttpClientT]):
    """The arguments of both clients."""

    def __init__(
        self,
        access_token: core.TokenTypes | None = None,
        client_id: core.TokenTypes | None = None,
        client_secret: core.TokenTypes | None = None,
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
            auth=_schemes(
                {
                    "access_token": access_token,
                    "client_id": client_id,
                    "client_secret": client_secret,
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


class Token(BaseToken["core.TransportTypes", "core.HttpClient"], core.SyncClient):
    """The synchronous client of the Token."""

    things = core.child(lambda: resources.Things)

    if TYPE_CHECKING:

        def with_options(self, **changes: Unpack[_Changes]) -> Self: ...  # pyright: ignore

        copy = with_options


class AsyncToken(BaseToken["core.AsyncTransportTypes", "core.AsyncHttpClient"], core.AsyncClient):
    """The asynchronous client of the Token."""

    things = core.child(lambda: resources.AsyncThings)

    if TYPE_CHECKING:

        def with_options(self, **changes: Unpack[_Changes]) -> Self: ...  # pyright: ignore

        copy = with_options
