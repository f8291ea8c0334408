"""What a client is made with: its service, its credential and its user's wishes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from .credentials import Auth, TokenTypes
from .errors import ClientError
from .omitted import Omit
from .timeouts import DEFAULT_TIMEOUT, Timeout, TimeoutTypes

if TYPE_CHECKING:
    from .models import Drift


_URL = re.compile(r"(https?)://([^\s/?#@\\:][^\s/?#@\\]*(?:/[^\s?#\\]*)?)", re.IGNORECASE)


@dataclass(frozen=True)
class Service:
    """What the document and its target say of the API as a whole; `error` is the type of the errors
    of operations that do not tell theirs."""

    name: str
    environment: str
    base_url: str | None
    version: str
    package: str
    deep_object_arrays: str = "repeat"
    error: Callable[[], object] | None = None


@dataclass(frozen=True, repr=False)
class Settings:
    """What may differ between a client and its copies."""

    base_url: str
    is_named: bool = False
    variables: Mapping[str, str] | None = None
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

    api_key: TokenTypes | Omit
    base_url: str | Omit
    timeout: TimeoutTypes | Omit
    max_retries: int | Omit
    default_headers: Mapping[str, str | Omit] | None
    default_query: Mapping[str, object] | None
    validate_requests: bool | Omit
    strict_responses: bool | Omit
    on_drift: Callable[[Drift], None] | Omit | None
    max_response_bytes: int | Omit | None


def checked_url(url: object, variable: str, variables: Mapping[str, str] | None = None) -> str:
    """A base URL to which paths can be added. Raises `ClientError` when it is none."""
    if not isinstance(url, str) or not url or url.startswith("/"):
        raise ClientError(
            f"No base URL was given: pass `base_url=https://...{url or ''}` or set {variable}"
        )
    for name, text in (variables or {}).items():
        url = url.replace(f"{{{name}}}", text)
    if "{" in url:
        raise ClientError(f"The base URL {url!r} has no value for what stands in braces: pass it")
    parts = _URL.fullmatch(url)
    if parts is None or not url.isprintable():
        raise ClientError(
            f"The base URL {url.rpartition('@')[2]!r} cannot be used: it must be like"
            " https://api.example.com/v2, without user name, query, fragment or odd characters"
        )
    return f"{parts[1].lower()}://{parts[2].rstrip('/')}"
