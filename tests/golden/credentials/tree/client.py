"""The clients: `Credentials` and `AsyncCredentials`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Self, Unpack

from . import _runtime as core, resources
from ._runtime.oauth import ClientCredentials
from ._runtime.security import BasicLogin, CookieKey, HeaderKey, QueryKey, SecuritySchemes

_SERVICE = core.Service(
    name="Credentials",
    environment="CREDENTIALS",
    base_url="https://credentials.example",
    version="1",
    package=__package__ or "credentials",
    deep_object_arrays="repeat",
)


def _schemes(given: Mapping[str, core.TokenTypes | None]) -> SecuritySchemes:
    return SecuritySchemes(
        {
            "api_key": HeaderKey(
                core.CredentialText("api_key", given["api_key"], "CREDENTIALS_API_KEY"),
                "Authorization",
                "Bearer ",
            ),
            "bot": HeaderKey(
                core.CredentialText("bot", given["bot"], "CREDENTIALS_BOT"), "Authorization", "Bot "
            ),
            "key": HeaderKey(core.CredentialText("key", given["key"], "CREDENTIALS_KEY"), "X-Key"),
            "oauth": ClientCredentials(
                core.CredentialText("oauth", given["oauth"], "CREDENTIALS_OAUTH"),
                core.CredentialText(
                    "oauth_client_id", given["oauth_client_id"], "CREDENTIALS_OAUTH_CLIENT_ID"
                ),
                core.CredentialText(
                    "oauth_client_secret",
                    given["oauth_client_secret"],
                    "CREDENTIALS_OAUTH_CLIENT_SECRET",
                ),
                "/oauth/token",
            ),
            "odd_query": QueryKey(
                core.CredentialText("odd_query", given["odd_query"], "CREDENTIALS_ODD_QUERY"),
                "auth[key]/a b",
            ),
            "openid": HeaderKey(
                core.CredentialText("openid", given["openid"], "CREDENTIALS_OPENID"),
                "Authorization",
                "Bearer ",
            ),
            "query_key": QueryKey(
                core.CredentialText("query_key", given["query_key"], "CREDENTIALS_QUERY_KEY"), "key"
            ),
            "session": CookieKey(
                core.CredentialText("session", given["session"], "CREDENTIALS_SESSION"), "SESSION"
            ),
            "username": BasicLogin(
                core.CredentialText("username", given["username"], "CREDENTIALS_USERNAME"),
                core.CredentialText("password", given["password"], "CREDENTIALS_PASSWORD"),
            ),
        },
        default=(("api_key",),),
    )


TYPE_CHECKING = False
if TYPE_CHECKING:

    class _Changes(core.Changes, total=False):
        bot: core.TokenTypes | core.Omit
        key: core.TokenTypes | core.Omit
        oauth: core.TokenTypes | core.Omit
        oauth_client_id: core.TokenTypes | core.Omit
        oauth_client_secret: core.TokenTypes | core.Omit
        odd_query: core.TokenTypes | core.Omit
        openid: core.TokenTypes | core.Omit
        query_key: core.TokenTypes | core.Omit
        session: core.TokenTypes | core.Omit
        username: core.TokenTypes | core.Omit
        password: core.TokenTypes | core.Omit


class BaseCredentials(core.BaseClient[core.TransportT, core.HttpClientT]):
    """The arguments of both clients."""

    def __init__(
        self,
        api_key: core.TokenTypes | None = None,
        *,
        bot: core.TokenTypes | None = None,
        key: core.TokenTypes | None = None,
        oauth: core.TokenTypes | None = None,
        oauth_client_id: core.TokenTypes | None = None,
        oauth_client_secret: core.TokenTypes | None = None,
        odd_query: core.TokenTypes | None = None,
        openid: core.TokenTypes | None = None,
        query_key: core.TokenTypes | None = None,
        session: core.TokenTypes | None = None,
        username: core.TokenTypes | None = None,
        password: core.TokenTypes | None = None,
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
                    "api_key": api_key,
                    "bot": bot,
                    "key": key,
                    "oauth": oauth,
                    "oauth_client_id": oauth_client_id,
                    "oauth_client_secret": oauth_client_secret,
                    "odd_query": odd_query,
                    "openid": openid,
                    "query_key": query_key,
                    "session": session,
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


class Credentials(BaseCredentials["core.TransportTypes", "core.HttpClient"], core.SyncClient):
    """The synchronous client of the Credentials."""

    by_both = core.child(lambda: resources.ByBoth)
    by_certificate = core.child(lambda: resources.ByCertificate)
    by_choice = core.child(lambda: resources.ByChoice)
    by_client = core.child(lambda: resources.ByClient)
    by_cookie = core.child(lambda: resources.ByCookie)
    by_either = core.child(lambda: resources.ByEither)
    by_identity = core.child(lambda: resources.ByIdentity)
    by_key = core.child(lambda: resources.ByKey)
    by_login = core.child(lambda: resources.ByLogin)
    by_nothing = core.child(lambda: resources.ByNothing)
    by_odd_header = core.child(lambda: resources.ByOddHeader)
    by_odd_query = core.child(lambda: resources.ByOddQuery)
    by_odd_scheme = core.child(lambda: resources.ByOddScheme)
    by_odd_scope = core.child(lambda: resources.ByOddScope)
    by_query = core.child(lambda: resources.ByQuery)
    by_scheme = core.child(lambda: resources.ByScheme)
    by_token = core.child(lambda: resources.ByToken)

    if TYPE_CHECKING:

        def with_options(self, **changes: Unpack[_Changes]) -> Self: ...  # pyright: ignore

        copy = with_options


class AsyncCredentials(
    BaseCredentials["core.AsyncTransportTypes", "core.AsyncHttpClient"], core.AsyncClient
):
    """The asynchronous client of the Credentials."""

    by_both = core.child(lambda: resources.AsyncByBoth)
    by_certificate = core.child(lambda: resources.AsyncByCertificate)
    by_choice = core.child(lambda: resources.AsyncByChoice)
    by_client = core.child(lambda: resources.AsyncByClient)
    by_cookie = core.child(lambda: resources.AsyncByCookie)
    by_either = core.child(lambda: resources.AsyncByEither)
    by_identity = core.child(lambda: resources.AsyncByIdentity)
    by_key = core.child(lambda: resources.AsyncByKey)
    by_login = core.child(lambda: resources.AsyncByLogin)
    by_nothing = core.child(lambda: resources.AsyncByNothing)
    by_odd_header = core.child(lambda: resources.AsyncByOddHeader)
    by_odd_query = core.child(lambda: resources.AsyncByOddQuery)
    by_odd_scheme = core.child(lambda: resources.AsyncByOddScheme)
    by_odd_scope = core.child(lambda: resources.AsyncByOddScope)
    by_query = core.child(lambda: resources.AsyncByQuery)
    by_scheme = core.child(lambda: resources.AsyncByScheme)
    by_token = core.child(lambda: resources.AsyncByToken)

    if TYPE_CHECKING:

        def with_options(self, **changes: Unpack[_Changes]) -> Self: ...  # pyright: ignore

        copy = with_options
