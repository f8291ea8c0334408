"""Calls for the pages that a server leads to, and what keeps a walk from going in circles."""

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
class Following(Call):
    """The call for the page that another page led to, by a cursor or by `url`."""

    url: str = ""
    trail: tuple[frozenset[int], ...] = ()
    """The hashes of what led to this page and to those before it; see `_grown`."""

    def directed(self, request: Request) -> Request:
        """To the URL that the server named. It holds the arguments already; what else goes into
        each query (a credential, the client's own defaults) is added where the URL lacks it."""
        if not self.url:
            return request
        parts = urlsplit(self.url)
        written = Draft("", None)
        for name, place in self.operation.places.items():
            if (value := self.arguments.get(name, omit)) not in (None, omit):
                place.write(written, value)
        held = {*written.query, *(pair.partition("=")[0] for pair in parts.query.split("&"))}
        ours = urlsplit(request.url).query.split("&")
        added = [pair for pair in ours if pair and pair.partition("=")[0] not in held]
        query = "&".join([*filter(None, [parts.query]), *added])
        url = urlunsplit(parts._replace(query=query))
        return Request(request.method, url, request.headers, request.content)


def follow(
    call: Call, token: object, arguments: Mapping[str, object] | None = None, **more: Any
) -> Call:
    """The call for the page that `token` leads to, with other `arguments`, or other values of their
    keys, in `argument.key`. Raises `ClientError` where the walk has been led
    there before: it would never end."""
    mark = hash(repr(token))
    trail = call.trail if isinstance(call, Following) else ()
    if any(mark in part for part in trail):
        raise _astray(call, f"names a page for the second time, {_shown(token)}")
    turned = changed(call, arguments or {})
    if arguments and turned == call.arguments:
        raise _astray(call, f"names the page itself as the next one, {_shown(token)}")
    options, trail = call.options, _grown(trail, mark)
    return Following(call.client, call.operation, turned, options, trail=trail, **more)


def _grown(trail: tuple[frozenset[int], ...], mark: int) -> tuple[frozenset[int], ...]:
    """`trail` and `mark`, as sets of falling sizes: as two that are even become one, 10,000 marks
    are in at most 14 sets, and each was copied as often. None is changed, since walks that part at
    a page share those before it; hashes, since cursors can be long."""
    added = frozenset((mark,))
    while trail and len(trail[-1]) <= len(added):
        trail, added = trail[:-1], trail[-1] | added
    return (*trail, added)


def changed(call: Call, arguments: Mapping[str, object]) -> dict[str, object]:
    """The arguments of a call with other values for these, or for keys of them (`argument.key`)."""
    turned = dict(call.arguments)
    for argument, value in arguments.items():
        name, _, key = argument.partition(".")
        turned[name] = {**_object(call, name), key: value} if key else value
    return turned


def asked(call: Call, argument: str) -> object:
    """What a call was given for an argument, or for `key` of it, in `argument.key`."""
    name, _, key = argument.partition(".")
    return _object(call, name).get(key) if key else call.arguments.get(name)


def _object(call: Call, name: str) -> dict[str, Any]:
    held = call.arguments.get(name)
    return held if is_dict(held) else {}


def follow_url(page: Any, call: Call, url: str) -> Call:
    """The call for the page at a URL, which may be relative to that of `page` (RFC 3986, 5). Raises
    `ClientError` where it has another origin (RFC 6454, 4): credentials stay with their own."""
    here = page._origin.url
    try:
        there = _at_home(here, located(here, url))
    except ValueError:
        raise _astray(call, f"names a next page that is no URL, {_shown(url)}") from None
    if there is None:
        said = f"names a next page of another origin, {_shown(url)}, where nothing was sent"
        raise _astray(call, said)
    if there == here:
        raise _astray(call, f"names the page itself as the next one, {_shown(url)}")
    return follow(call, there, url=there)


def _at_home(here: str, there: str) -> str | None:
    """`there`, if it has the origin of `here`, or does but for the scheme: a server behind a proxy
    that ends TLS writes `http://api.x/?page=2` where it is `https://api.x/?page=2`, so that this is
    what is asked for. None for any other origin."""
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
    """A token for messages; of a URL without the query, which may hold a credential."""
    return shorten(str(token).partition("?")[0])


def _astray(call: Call, said: str) -> ClientError:
    return ClientError(f"{call.operation.name} {said}")
