"""Servers → where a client sends its requests (OpenAPI 3.1, sections 4.8.5 and 4.8.6)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Any, cast
from urllib.parse import urlsplit

from ..document import items, members
from ..identifiers import snake, unique
from ..ir import ServerVariable
from .nodes import Nodes, Place

_VARIABLE = re.compile(r"\{([^{}]*)\}")


class Servers:
    """The servers of a document and of the operations at `places`."""

    def __init__(self, nodes: Nodes, places: Iterable[Place]) -> None:
        self._nodes = nodes
        self._root = _servers(nodes.get("/servers"))
        # An operation's own stand before those of its path.
        self._own = {
            place.key: _servers(nodes.mapping(place.pointer).get("servers"))
            or _servers(nodes.mapping(place.pointer.rpartition("/")[0]).get("servers"))
            for place in places
        }
        own = Counter(_url(servers[0]) for servers in self._own.values() if servers)
        usual = min(own, key=lambda url: (-own[url], url), default="")
        self.base_url = _url(self._root[0]) if self._root else usual
        """The URL of the client's own server: the document's first, else the one that most
        operations have. Variables stand in it in braces; without an origin it is a path, or empty.
        """

    def urls(self) -> tuple[str, ...]:
        """The URLs among which a user chooses, where there are several."""
        urls = dict.fromkeys(url for url in map(_url, self._root) if re.match(r"https?://", url))
        return tuple(urls) if len(urls) > 1 else ()

    def server(self, key: str) -> str | None:
        """The URL of the operation's own server; a path where that is on the client's own."""
        servers = self._own[key]
        url = within(_url(servers[0]), self.base_url) if servers else None
        return None if not servers or _url(servers[0]) == self.base_url else url

    def variables(self, taken: Collection[str]) -> tuple[ServerVariable, ...]:
        """Every variable of a URL, sorted; `taken` are the names that arguments cannot have."""
        found: dict[str, tuple[str, tuple[str, ...], bool]] = {}
        for server in (*self._root, *(each[0] for each in self._own.values() if each)):
            for name, default, choices, is_path in _variables(server):
                before = found.get(name, (default, choices, True))
                found[name] = (before[0], before[1], before[2] and is_path)
        names = set(taken)
        variables: list[ServerVariable] = []
        for wire, (default, choices, is_path) in sorted(found.items()):
            argument = unique(snake(wire), names)
            names.add(argument)
            variables.append(ServerVariable(argument, wire, default, choices, is_path))
        return tuple(variables)


def within(url: str, base_url: str) -> str:
    """`url`, without its origin where that is the client's own server: it then goes where the
    client is told to go.
    """
    try:
        one, other = urlsplit(url), urlsplit(base_url)
    except ValueError:
        return url
    is_own = one.netloc and (one.scheme, one.netloc) == (other.scheme, other.netloc)
    return (one._replace(scheme="", netloc="").geturl() or "/") if is_own else url


def _servers(node: Any) -> list[dict[str, Any]]:
    servers = items(node)
    return [cast("dict[str, Any]", each) for each in servers if isinstance(each, dict)]


def _url(server: dict[str, Any]) -> str:
    url = str(server.get("url", "")).strip().rstrip("/")
    if url.startswith("//"):
        return f"https:{url}"
    is_whole = re.match(r"https?://|\{", url, re.IGNORECASE) or not url
    return url if is_whole else f"/{url.removeprefix('./').lstrip('/')}"


def _variables(server: dict[str, Any]) -> Iterator[tuple[str, str, tuple[str, ...], bool]]:
    """Name, default and choices of each variable of a server's URL, and whether it stands for more
    than a part of the host.
    """
    url, known = _url(server), members(server.get("variables"))
    for match in _VARIABLE.finditer(url):
        variable = members(known.get(match[1]))
        listed = items(variable.get("enum"))
        behind = "/" in url[: match.start()].partition("://")[2]
        is_path = (match.start() == 0 and "://" not in url) or behind
        default = variable.get("default")
        yield (
            match[1],
            "" if default is None else str(default),
            tuple(dict.fromkeys(str(each) for each in listed)),
            is_path,
        )
