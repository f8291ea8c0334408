"""What a client is made with: its service, its credential and its user's wishes."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from .errors import ClientError
from .omitted import Omit
from .timeouts import DEFAULT_TIMEOUT, Timeout, TimeoutTypes

if TYPE_CHECKING:
    from .models import Drift


_URL = re.compile(r"(https?)://([^\s/?#@\\:][^\s/?#@\\]*(?:/[^\s?#\\]*)?)", re.IGNORECASE)


class Secret(bytes):
    """A header's value that no repr shows, be it in a log or among the variables of a traceback."""

    def __repr__(self) -> str:
        return "b'[redacted]'"

    def __reduce__(self) -> tuple[object, ...]:
        raise TypeError("a credential cannot be pickled")


@dataclass(frozen=True)
class Auth:
    """A credential: the argument and the variable that it can come from, and what is sent."""

    argument: str
    variable: str
    header: tuple[bytes, Secret]


def bearer_token(argument: str, value: str | None, variable: str) -> Auth:
    """The token (RFC 6750) from the argument, else from the environment. Raises `ClientError`
    without one, and for one that cannot be sent."""
    token = value if value is not None else os.environ.get(variable)
    if not token:
        raise ClientError(
            f"No {argument} was given: pass `{argument}=...` or set the environment variable"
            f" {variable}"
        )
    if not token.isascii() or not token.isprintable() or token != token.strip():
        raise ClientError(
            f"{argument} has a character that cannot be sent, such as a line break or a space"
            " at its end; was it read from a file?"
        )
    return Auth(argument, variable, (b"Authorization", Secret(f"Bearer {token}".encode())))


@dataclass(frozen=True)
class Service:
    """What the document and its target say of the API as a whole."""

    name: str
    environment: str
    base_url: str | None
    version: str
    package: str
    deep_object_arrays: str = "repeat"


@dataclass(frozen=True, repr=False)
class Settings:
    """What may differ between a client and its copies."""

    base_url: str
    auth: Auth | None = None
    timeout: Timeout = DEFAULT_TIMEOUT
    max_retries: int = 2
    default_headers: Mapping[str, str | Omit] | None = None
    default_query: Mapping[str, object] | None = None
    validate_requests: bool = True
    strict_responses: bool = False
    on_drift: Callable[[Drift], None] | None = None
    max_response_bytes: int | None = 268_435_456

    def __post_init__(self) -> None:
        if type(self.max_retries) is not int or self.max_retries < 0:
            said = f"max_retries takes a whole number from 0 up, not {self.max_retries!r}"
            raise ValueError(said)


class Changes(TypedDict, total=False):
    """What `with_options` takes; `omit` leaves a setting as it is."""

    api_key: str | Omit
    base_url: str | Omit
    timeout: TimeoutTypes | Omit
    max_retries: int | Omit
    default_headers: Mapping[str, str | Omit] | None
    default_query: Mapping[str, object] | None
    validate_requests: bool | Omit
    strict_responses: bool | Omit
    on_drift: Callable[[Drift], None] | Omit | None
    max_response_bytes: int | Omit | None


def checked_url(url: object, variable: str) -> str:
    """A base URL to which paths can be added. Raises `ClientError` when it is none."""
    if not isinstance(url, str) or not url:
        raise ClientError(f"No base URL was given: pass `base_url=...` or set {variable}")
    parts = _URL.fullmatch(url)
    if parts is None or not url.isprintable():
        raise ClientError(
            f"The base URL {url.rpartition('@')[2]!r} cannot be used: it must be like"
            " https://api.example.com/v2, without user name, query, fragment or odd characters"
        )
    return f"{parts[1].lower()}://{parts[2].rstrip('/')}"
