"""Credentials: found at construction, shown to nobody, sent to the client's own origin only."""

from __future__ import annotations

import os

from .errors import ClientError


class Auth:
    """A bearer token (RFC 6750). No repr shows it."""

    __slots__ = ("_token", "argument")

    def __init__(self, argument: str, token: str) -> None:
        if not token.isascii() or not token.isprintable() or token != token.strip():
            raise ClientError(
                f"{argument} has a character that cannot be sent, such as a line break or a space"
                " at its end; was it read from a file?"
            )
        self.argument = argument
        self._token = token

    def header(self) -> tuple[str, str]:
        """The header that carries the credential."""
        return "Authorization", f"Bearer {self._token}"

    def __repr__(self) -> str:
        return f"<Auth by {self.argument}>"

    def __reduce__(self) -> tuple[object, ...]:
        raise TypeError("a credential cannot be pickled")


def bearer_token(argument: str, value: str | None, variable: str) -> Auth:
    """The token from the argument, else from the environment. Raises `ClientError` without one."""
    token = value if value is not None else os.environ.get(variable)
    if not token:
        raise ClientError(
            f"No {argument} was given: pass `{argument}=...` or set the environment variable"
            f" {variable}"
        )
    return Auth(argument, token)
