"""What pagination by cursor, URL and number share: the next call, and no walk in circles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from .errors import ClientError, shorten
from .exchange import located, origin
from .omitted import omit
from .operation import Call
from .plain_data import is_dict
from .request import Draft
from .transport import Request


@dataclass(eq=False, repr=False)
class NextPageCall(Call):
    """The call for a page that another page named, by a cursor or by `url`."""

    url: str = ""
    trail: tuple[frozenset[int], ...] = ()
    """The hashes of what led to this page and to those before it; see `_with_mark`."""

    def to_url(self, request: Request) -> Request:
        """Return the request to the URL that the server named.

        That has the arguments already. Query parameters that it lacks, such as a credential or the
        client's own defaults, are added.
        """
        if not self.url:
            return request
        parts = urlsplit(self.url)
        written = Draft("", None)
        for name, location in self.operation.locations.items():
            if (value := self.arguments.get(name, omit)) not in (None, omit):
                location.write(written, value)
        held = {*written.query, *(pair.partition("=")[0] for pair in parts.query.split("&"))}
        ours = urlsplit(request.url).query.split("&")
        added = [pair for pair in ours if pair and pair.partition("=")[0] not in held]
        query = "&".join([*filter(None, [parts.query]), *added])
        url = urlunsplit(parts._replace(query=query))
        return Request(request.method, url, request.headers, request.content)


def follow(
    call: Call, token: object, arguments: Mapping[str, object] | None = None, **more: Any
) -> Call:
    """Return the call for the page of `token`, with these arguments changed (`argument.key`).

    Raises `ClientError` if that page was requested before: the walk would never end.
    """
    mark = hash(repr(token))
    trail = call.trail if isinstance(call, NextPageCall) else ()
    if any(mark in part for part in trail):
        raise _error(call, f"names a page for the second time, {_shown(token)}")
    turned = with_arguments(call, arguments or {})
    if arguments and turned == call.arguments:
        raise _error(call, f"names the page itself as the next one, {_shown(token)}")
    options, trail = call.options, _with_mark(trail, mark)
    return NextPageCall(call.client, call.operation, turned, options, trail=trail, **more)


def _with_mark(trail: tuple[frozenset[int], ...], mark: int) -> tuple[frozenset[int], ...]:
    """Return `trail` with `mark` added, as sets of decreasing sizes.

    Sets of the same size become one: 10,000 marks are in at most 14 sets, each copied as often.
    None is changed, since walks that part at a page share those before it. Marks are hashes, since
    cursors can be long.
    """
    added = frozenset((mark,))
    while trail and len(trail[-1]) <= len(added):
        trail, added = trail[:-1], trail[-1] | added
    return (*trail, added)


def with_arguments(call: Call, arguments: Mapping[str, object]) -> dict[str, object]:
    """Return the arguments of a call with these changed, or keys of them (`argument.key`)."""
    turned = dict(call.arguments)
    for argument, value in arguments.items():
        name, _, key = argument.partition(".")
        turned[name] = {**_object(call, name), key: value} if key else value
    return turned


def argument_of(call: Call, argument: str) -> object:
    """Return an argument of a call, or a key of it (`argument.key`)."""
    name, _, key = argument.partition(".")
    return _object(call, name).get(key) if key else call.arguments.get(name)


def _object(call: Call, name: str) -> dict[str, Any]:
    held = call.arguments.get(name)
    return held if is_dict(held) else {}


def follow_url(page: Any, call: Call, url: str) -> Call:
    """Return the call for the page at a URL, which may be relative to that of `page` (RFC 3986, 5).

    Raises `ClientError` if it has another origin (RFC 6454, 4): credentials stay with theirs.
    """
    here = page._origin.url
    try:
        there = _on_own_origin(here, located(here, url))
    except ValueError:
        raise _error(call, f"names a next page that is no URL, {_shown(url)}") from None
    if there is None:
        said = f"names a next page of another origin, {_shown(url)}, where nothing was sent"
        raise _error(call, said)
    if there == here:
        raise _error(call, f"names the page itself as the next one, {_shown(url)}")
    return follow(call, there, url=there)


def _on_own_origin(here: str, there: str) -> str | None:
    """Return `there` if it has the origin of `here`, but for the scheme; None for any other.

    A server behind a proxy that ends TLS writes `http://api.x/?page=2` where it is
    `https://api.x/?page=2`, so that this is requested.
    """
    ours, theirs = origin(here), origin(there)
    if ours == theirs:
        return there
    (scheme, host, port), (other_scheme, other_host, other_port) = ours, theirs
    is_usual = {(scheme, port), (other_scheme, other_port)} == {("http", 80), ("https", 443)}
    if host != other_host or {scheme, other_scheme} != {"http", "https"}:
        return None
    home = urlsplit(here)
    moved = urlsplit(there)._replace(scheme=scheme, netloc=home.netloc)
    return urlunsplit(moved) if is_usual or port == other_port else None


def _shown(token: object) -> str:
    """Return a token for messages; a URL without its query, which may hold a credential."""
    return shorten(str(token).partition("?")[0])


def _error(call: Call, said: str) -> ClientError:
    return ClientError(f"{call.operation.name} {said}")
