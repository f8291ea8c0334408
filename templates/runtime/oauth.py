"""OAuth 2.0 client credentials (RFC 6749, 4.4): tokens are fetched, shared and renewed."""

from __future__ import annotations

import time
from base64 import b64encode
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING, Self
from urllib.parse import quote_plus, urlencode, urljoin
from weakref import WeakKeyDictionary

from .credentials import CredentialText, Secret, TokenTypes
from .errors import APIError, shorten, status_class
from .forks import watch
from .security import Scheme, Signature

if TYPE_CHECKING:
    import asyncio

    from .exchange import Sender
    from .transport import Headers, Request

EARLY = 60.0
"""Seconds before its end from which a token is renewed, or the last tenth of its time if that is
less."""


@dataclass(frozen=True)
class _Token:
    header: Secret
    ends: float
    """By the monotonic clock."""


class TokenTrouble(ConnectionError):
    """The token server cannot answer now; `headers` may say when it can."""

    def __init__(self, said: str, headers: Headers) -> None:
        super().__init__(said)
        self.headers = headers


class _Tokens:
    """The tokens by scope, which the copies of a client share. One caller at a time fetches."""

    def __init__(self) -> None:
        self._kept: dict[str, _Token] = {}
        self._lock = Lock()
        self._loops: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock] = (
            WeakKeyDictionary()
        )
        watch(self)

    def after_fork(self) -> None:
        """Release the lock in a child process: no thread of it would."""
        self._lock = Lock()

    def get(self, scope: str) -> Secret | None:
        kept = self._kept.get(scope)
        return None if kept is None or time.monotonic() >= kept.ends else kept.header

    def keep(self, scope: str, header: Secret, seconds: float | None) -> None:
        lasts = float("inf") if seconds is None else seconds - min(EARLY, seconds / 10)
        self._kept[scope] = _Token(header, time.monotonic() + lasts)

    def drop(self, scope: str, header: Secret | None) -> None:
        """Forget a token, unless another one has replaced it."""
        kept = self._kept.get(scope)
        if kept is not None and kept.header == header:
            self._kept.pop(scope, None)

    @asynccontextmanager
    async def turn(self, sender: Sender) -> AsyncGenerator[None, None]:
        """Hold the turn to fetch: one thread, or one task of an event loop, at a time."""
        if not sender.exchange.waits:
            deadline = sender.deadline
            if not self._lock.acquire(timeout=-1 if deadline is None else max(deadline.left, 0)):
                raise TimeoutError("another thread is still fetching the token")
            try:
                yield
            finally:
                self._lock.release()
            return
        # Imported here, as other modules are below: making a client loads none of them.
        import asyncio

        async with self._loops.setdefault(asyncio.get_running_loop(), asyncio.Lock()):
            yield


class ClientCredentials(Scheme):
    """A token fetched with the client's identifier and secret, unless a token is passed.

    A relative `token_url` is on the API's own server. `in_body` puts identifier and secret into the
    form, for servers without HTTP Basic (RFC 6749, 2.3.1).
    """

    header = b"Authorization"

    def __init__(
        self,
        token: CredentialText,
        client_id: CredentialText,
        client_secret: CredentialText,
        token_url: str,
        *,
        in_body: bool = False,
    ) -> None:
        super().__init__(token, client_id, client_secret)
        self._token_url, self._in_body = token_url, in_body
        self._tokens = _Tokens()

    @property
    def missing_texts(self) -> list[CredentialText]:
        token, *login = self.texts
        return [] if token.given else [text for text in login if not text.given]

    def changed(self, given: Mapping[str, TokenTypes | None]) -> Self:
        twin = super().changed(given)
        if twin.texts[1:] != self.texts[1:]:
            twin._tokens = _Tokens()
        return twin

    async def sign(self, signature: Signature, scopes: Sequence[str], sender: Sender) -> None:
        token = self.texts[0]
        if token.given:
            header = token.header(b"Bearer ", await token.read(sender))
        else:
            header = await self._header(" ".join(scopes), sender)
        signature.headers[b"authorization"] = header

    def refused(self, signature: Signature, scopes: Sequence[str]) -> bool:
        if self.texts[0].given:
            return not isinstance(self.texts[0].given, Secret)
        self._tokens.drop(" ".join(scopes), signature.headers.get(b"authorization"))
        return True

    async def _header(self, scope: str, sender: Sender) -> Secret:
        header = self._tokens.get(scope)
        if header is not None:
            return header
        async with self._tokens.turn(sender):
            # The caller before may have fetched it.
            header = self._tokens.get(scope)
            if header is None:
                token, seconds = await self._fetch(scope, sender)
                header = self.texts[0].header(b"Bearer ", token)
                self._tokens.keep(scope, header, seconds)
        return header

    async def _fetch(self, scope: str, sender: Sender) -> tuple[Secret, float | None]:
        """Return a new token and its lifetime in seconds, if it is limited.

        Raises an `APIStatusError` if it is refused, and `TokenTrouble`, which is retried, if the
        server has a problem.
        """
        from .plain_data import is_dict

        exchange = sender.exchange
        fields = {"grant_type": "client_credentials", **({"scope": scope} if scope else {})}
        url = urljoin(exchange.settings.base_url + "/", self._token_url)
        login = [await text.read(sender) for text in self.texts[1:]]
        request = _request(url, fields, login, self._in_body)
        response = await sender.send(request)
        request = response.request = replace(request, content=None)
        await exchange.done(exchange.read(response))
        status, answer = response.status_code, response.data
        said = f"no access token was received: {request.method} {request.path} answered {status}"
        if status == 429 or status >= 500:
            raise TokenTrouble(said, response.headers)
        token = answer.get("access_token") if is_dict(answer) else None
        if not 200 <= status < 300:
            why = answer.get("error_description") or answer.get("error") if is_dict(answer) else ""
            said += f": {shorten(str(why), 300)}" if why else ""
            raise status_class(status)(said, request, response)
        if not isinstance(token, str) or not token:
            # Without the response, which may hold a token under another name.
            raise APIError(f"{said} without an access_token", request)
        return Secret(token.encode(errors="replace")), _seconds(answer.get("expires_in"))


def _request(url: str, fields: dict[str, str], login: Sequence[bytes], in_body: bool) -> Request:
    """Return the request for a token.

    In HTTP Basic, identifier and secret are encoded as in a form (RFC 6749, 2.3.1).
    """
    from .transport import Headers, Request

    headers = [
        (b"Accept", b"application/json"),
        (b"Content-Type", b"application/x-www-form-urlencoded"),
    ]
    if in_body:
        pairs = {**fields, "client_id": login[0], "client_secret": login[1]}
        content: bytes = Secret(urlencode(pairs).encode())
    else:
        content = urlencode(fields).encode()
        named = ":".join(map(quote_plus, login)).encode()
        headers.append((b"Authorization", Secret(b"Basic " + b64encode(named))))
    headers.append((b"Content-Length", b"%d" % len(content)))
    return Request("POST", url, Headers(headers), content)


def _seconds(value: object) -> float | None:
    """Return the lifetime of a token, which servers send as text, too."""
    try:
        return float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None
