"""Server variables, and operations with servers of their own (OpenAPI 3.1, 4.8.5)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from .errors import ClientError, shorten
from .settings import checked_url

if TYPE_CHECKING:
    from .settings import Settings


def server_variables(
    given: Mapping[str, tuple[str, Collection[str]]], *, paths: Collection[str] = ()
) -> dict[str, str]:
    """Return the values of variables, each passed with its allowed values.

    Raises `ClientError` for another value, or one that would lead to another host: all variables
    but `paths` are parts of a host name.
    """
    for name, (text, choices) in given.items():
        if choices and text not in choices:
            known = ", ".join(repr(choice) for choice in choices)
            raise ClientError(f"the server variable {name} is one of {known}, not {text!r:.80}")
        if name not in paths and not re.fullmatch(r"[\w.:-]*", text, re.ASCII):
            raise ClientError(f"the server variable {name} cannot be {shorten(repr(text))}")
    return {name: text for name, (text, _) in given.items() if text}


def at(url: str) -> Callable[[Settings], str]:
    """Return a function that gives the base URL of operations with a server of their own.

    A path is on the client's server. A base URL that the caller sets replaces any other server.
    """

    def place(settings: Settings) -> str:
        if url.startswith("/"):
            parts = urlsplit(settings.base_url)
            return checked_url(f"{parts.scheme}://{parts.netloc}{url}", "", settings.variables)
        if settings.is_url_given:
            return settings.base_url
        return checked_url(url, "", settings.variables)

    return place
