"""Credentials: bearer tokens, and where credentials come from."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import replace
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, Protocol, Self

from .errors import ClientError

if TYPE_CHECKING:
    from .exchange import Sender
    from .operation import Call
    from .transport import Request, Response

TokenTypes = str | Callable[[], str | Awaitable[str]]
"""A credential, or a function that is asked for it at each request."""
NamedHeaders = dict[bytes, tuple[bytes, bytes] | None]


class Secret(bytes):
    """The value of a header that no repr shows, be it in a log or in a traceback's variables."""

    def __repr__(self) -> str:
        return "b'[redacted]'"

    def __reduce__(self) -> tuple[object, ...]:
        raise TypeError("a credential cannot be pickled")


class CredentialText:
    """A credential from an argument, an environment variable or a function."""

    def __init__(self, argument: str, given: TokenTypes | None, variable: str) -> None:
        self.argument, self.variable = argument, variable
        self.is_argument = given is not None
        found = os.environ.get(variable, "") if given is None else given
        self.given = found if callable(found) else Secret(found.encode(errors="replace"))

    def changed(self, given: Mapping[str, TokenTypes | None]) -> Self:
        name = self.argument
        return type(self)(name, given[name], self.variable) if name in given else self

    def missing(self) -> ClientError:
        how = f"pass `{self.argument}=...` or set the environment variable {self.variable}"
        return ClientError(f"No {self.argument} was given: {how}")

    async def read(self, sender: Sender) -> Secret:
        """Return the credential. Raises `ClientError` without one, and what its function raises."""
        if isinstance(self.given, Secret):
            return self.given
        try:
            text: Any = self.given()
            if isawaitable(text):
                if not sender.exchange.waits:
                    getattr(text, "close", bool)()
                    raise ClientError(f"{self.argument} is asynchronous, and this client is not")
                text = await text
        except OSError as error:
            # It is no failure of the connection, and must not be retried.
            sender.own = error
            raise
        if not text:
            raise self.missing()
        if not isinstance(text, str):
            said = f"the function given as {self.argument} returned {type(text).__name__}, not text"
            raise ClientError(said)
        return Secret(text.encode(errors="replace"))

    def header(self, prefix: bytes, text: Secret) -> Secret:
        """Return it as a header's value. Raises `ClientError` for characters not allowed in one."""
        if not text.isascii() or not text.decode().isprintable() or text != text.strip():
            said = "has a character that cannot be sent, such as a line break or a space at its end"
            raise ClientError(f"{self.argument} {said}; was it read from a file?")
        return Secret(prefix + text)


class Auth(Protocol):
    """The credentials of a client.

    If they are `is_ready`, their `headers` go into every request; else they sign and send requests
    themselves.
    """

    headers: NamedHeaders
    is_ready: bool
    arguments: Collection[str]

    def changed(self, given: Mapping[str, TokenTypes | None]) -> Auth: ...
    def send(self, call: Call, request: Request, sender: Sender) -> Awaitable[Response]: ...


class Bearer(CredentialText):
    """A bearer token (RFC 6750) for every request. Raises `ClientError` if there is none."""

    def __init__(self, argument: str, given: TokenTypes | None, variable: str) -> None:
        super().__init__(argument, given, variable)
        if not (text := self.given):
            raise self.missing()
        self.is_ready, self.arguments = isinstance(text, Secret), (argument,)
        self._value = self.header(b"Bearer ", text if isinstance(text, Secret) else Secret())
        self.headers: NamedHeaders = {b"authorization": (b"Authorization", self._value)}

    async def send(self, call: Call, request: Request, sender: Sender) -> Response:
        """Send a signed request; if its token is refused, again with a new one of its function."""
        signed = await self._signed(request, sender)
        response = await sender.send(signed)
        if await sender.is_refused(request, response):
            again = await self._signed(request, sender)
            if again.headers.raw != signed.headers.raw:
                response = await sender.send(again)
        return response

    async def _signed(self, request: Request, sender: Sender) -> Request:
        new = self.header(b"Bearer ", await self.read(sender))
        raw = [(name, new if old is self._value else old) for name, old in request.headers.raw]
        return replace(request, headers=type(request.headers)(raw))
