"""The options of a client and of a call, and their checks."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypedDict

from .credentials import Auth, TokenTypes
from .errors import ClientError, checked
from .omitted import Omit
from .retries import RetryPolicy
from .timeouts import DEFAULT_TIMEOUT, Timeout, TimeoutTypes, is_seconds

if TYPE_CHECKING:
    from .models import Drift

_URL = re.compile(r"(https?)://([^\s/?#@\\:][^\s/?#@\\]*(?:/[^\s?#\\]*)?)", re.IGNORECASE)


class UrlLike(Protocol):
    """A URL of another library, such as `httpx.URL` or `yarl.URL`; its text is used."""

    @property
    def scheme(self) -> str: ...
    def __str__(self) -> str: ...


UrlTypes = str | UrlLike


@dataclass(frozen=True)
class Service:
    """The API as a whole, as the document and the configuration describe it.

    `error` returns the error type of operations that declare none; `arguments` changes the
    arguments of every call before they are checked.
    """

    name: str
    environment: str
    base_url: str | None
    version: str
    package: str
    deep_object_arrays: str = "repeat"
    transport: str = "httpx2"
    arguments: Callable[[Any], Any] | None = None
    error: Callable[[], object] | None = None


@dataclass(frozen=True, repr=False)
class Settings:
    """The settings that may differ between a client and its copies."""

    base_url: str
    is_url_given: bool = False
    variables: Mapping[str, str] | None = None
    auth: Auth | None = None
    timeout: Timeout = DEFAULT_TIMEOUT
    max_retries: int = 2
    deadline: float | None = None
    retry_policy: RetryPolicy | None = None
    default_headers: Mapping[str, str | Omit] | None = None
    default_query: Mapping[str, object] | None = None
    validate_requests: bool = True
    strict_responses: bool = False
    on_drift: Callable[[Drift], None] | None = None
    max_response_bytes: int | None = 268_435_456

    def __post_init__(self) -> None:
        for name in _CHECKS:
            checked_option(name, getattr(self, name))


class Limits(TypedDict, total=False):
    timeout: TimeoutTypes | Omit
    """Seconds for each step, a `Timeout`, or None for no limit."""
    max_retries: int | Omit
    """How many tries may follow the first one."""
    deadline: float | Omit | None
    """Seconds for the whole call: tries, waits between them, the token, the answer's body unless it
    is streamed. None for no limit."""
    retry_policy: RetryPolicy | Omit | None
    """Which tries are followed by another, and when. None for the usual ones."""


class RequestOptions(Limits, total=False):
    """The options of one call; they take precedence over the client's."""

    extra_headers: Mapping[str, str | Omit] | None
    """Headers to add or replace; `omit` removes one that the client sends by default."""
    extra_query: Mapping[str, object] | None
    """Query parameters to add or replace."""
    extra_body: Mapping[str, object] | None
    """Fields to add to the object that is the body, or to replace in it."""


class Changes(Limits, total=False):
    """The options of `with_options`; `omit` leaves a setting as it is."""

    api_key: TokenTypes | Omit
    base_url: UrlTypes | Omit
    default_headers: Mapping[str, str | Omit] | None
    default_query: Mapping[str, object] | None
    validate_requests: bool | Omit
    strict_responses: bool | Omit
    on_drift: Callable[[Drift], None] | Omit | None
    max_response_bytes: int | Omit | None


def _is_count(value: object) -> bool:
    return type(value) is int and value >= 0


def _is_deadline(value: Any) -> bool:
    return is_seconds(value) and 0 < value < math.inf


_CHECKS: Mapping[str, tuple[type | Callable[[Any], bool], str]] = {
    "max_retries": (_is_count, "a whole number from 0 up"),
    "deadline": (_is_deadline, "seconds above 0, or None for no limit"),
    "retry_policy": (RetryPolicy, "a RetryPolicy, or None for the usual one"),
    "default_headers": (Mapping, "a mapping, or None"),
    "default_query": (Mapping, "a mapping, or None"),
    "on_drift": (callable, "a function, or None"),
    "max_response_bytes": (_is_count, "a whole number from 0 up, or None for no limit"),
}


def checked_option(name: str, value: Any) -> Any:
    """Return the value of an option. Raises `OptionError` if it is not valid."""
    return checked(name, value, *_CHECKS[name])


def checked_url(url: object, variable: str, variables: Mapping[str, str] | None = None) -> str:
    """Return a base URL without a slash at its end. Raises `ClientError` if it is not valid."""
    # Such as an httpx.URL; the text of anything else does not match below.
    url = "" if url is None else str(url)
    if not url or url.startswith("/"):
        raise ClientError(
            f"No base URL was given: pass `base_url=https://...{url}` or set {variable}"
        )
    for name, text in (variables or {}).items():
        url = url.replace(f"{{{name}}}", text)
    if "{" in url:
        raise ClientError(
            f"The base URL {url!r} has a variable without a value: pass it as an argument"
        )
    parts = _URL.fullmatch(url)
    if parts is None or not url.isprintable():
        raise ClientError(
            f"The base URL {url.rpartition('@')[2]!r} cannot be used: it must be like"
            " https://api.example.com/v2, without user name, query, fragment or odd characters"
        )
    return f"{parts[1].lower()}://{parts[2].rstrip('/')}"
