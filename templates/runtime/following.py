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
from .plain import is_dict
from .request import Draft
from .transport import Request


@dataclass(eq=False, repr=False)
class Following(Call):
    """The call for a page that another page led to, by `token`: a cursor, a number or a URL."""

    token: object = None
    previous: Call | None = None
    url: str = ""
    print: int = 0
    """What the items of the page before came to, where only they tell that pages repeat."""

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
    before: Call | None = call
    while isinstance(before, Following):
        if before.token == token:
            raise _astray(call, f"names a page for the second time, {_shown(token)}")
        before = before.previous
    given = dict(call.arguments)
    for argument, value in (arguments or {}).items():
        name, _, key = argument.partition(".")
        given[name] = {**_object(call, name), key: value} if key else value
    if arguments and given == call.arguments:
        raise _astray(call, f"names the page itself as the next one, {_shown(token)}")
    options = call.options
    return Following(
        call.client, call.operation, given, options, token=token, previous=call, **more
    )


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
    here = page._answered("url")
    try:
        there = located(here, url)
        is_same = origin(there) == origin(here)
    except ValueError:
        raise _astray(call, f"names a next page that is no URL, {_shown(url)}") from None
    if not is_same:
        said = f"names a next page of another origin, {_shown(url)}, where nothing was sent"
        raise _astray(call, said)
    if there == here:
        raise _astray(call, f"names the page itself as the next one, {_shown(url)}")
    return follow(call, there, url=there)


def count_on(page: Any, call: Call, argument: str, number: int) -> Call:
    """The call for page or offset `number`, where nothing but the items tells when pages end.
    Raises `ClientError` where they repeat: the server does not look at `argument`."""
    came_to = hash(repr(page.items_of_page()))
    if isinstance(call, Following) and call.print == came_to:
        raise _astray(call, f"answers with the same items whatever `{argument}` is")
    return follow(call, number, {argument: number}, print=came_to)


def _shown(token: object) -> str:
    """A token for messages; of a URL without the query, which may hold a credential."""
    return shorten(str(token).partition("?")[0])


def _astray(call: Call, said: str) -> ClientError:
    return ClientError(f"{call.operation.name} {said}")
