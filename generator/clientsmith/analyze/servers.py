"""Servers → where a client sends its requests (OpenAPI 3.1, sections 4.8.5 and 4.8.6)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple, cast
from urllib.parse import urlsplit

from ..document import items
from ..identifiers import snake
from ..ir import Server, ServerVariable
from . import facts
from .facts import Facts
from .naming.members import MemberNames, one_by_one, variable_key
from .nodes import Endpoint, Nodes, join, text_of

_VARIABLE = re.compile(r"\{([^{}]*)\}")


class _Server(NamedTuple):
    pointer: str
    node: dict[str, Any]


class Servers:
    """The servers of a document and of the operations at `endpoints`."""

    def __init__(self, nodes: Nodes, endpoints: Iterable[Endpoint], facts: Facts) -> None:
        self._nodes = nodes
        self._facts = facts
        self._root = _servers(nodes, "")
        # The servers of an operation replace those of its path item.
        self._own = {
            endpoint.key: _servers(nodes, endpoint.pointer)
            or _servers(nodes, endpoint.pointer.rpartition("/")[0])
            for endpoint in endpoints
        }
        own = Counter(_url(servers[0].node) for servers in self._own.values() if servers)
        usual = min(own, key=lambda url: (-own[url], url), default="")
        self.base_url = _url(self._root[0].node) if self._root else usual
        """The URL of the client's own server: that of the document's first, else the one that most
        operations have. Variables are in it in braces; without an origin it is a path, or empty.
        """

    def documented(self) -> tuple[Server, ...]:
        """Return every server of the document itself."""
        return tuple(
            Server(
                _url(each.node),
                text_of(each.node, "description"),
                self._facts.of(each.pointer, facts.SERVER),
                each.pointer,
            )
            for each in self._root
        )

    def urls(self) -> tuple[str, ...]:
        """Return the URLs from which a user chooses, where there are several."""
        urls = (_url(each.node) for each in self._root)
        found = dict.fromkeys(url for url in urls if re.match(r"https?://", url))
        return tuple(found) if len(found) > 1 else ()

    def server(self, key: str) -> str | None:
        """Return the URL of an operation's own server; a path where that is on the client's own."""
        servers = self._own[key]
        if not servers or (url := _url(servers[0].node)) == self.base_url:
            return None
        return within(url, self.base_url)

    def variables(self, taken: Collection[str], names: MemberNames) -> tuple[ServerVariable, ...]:
        """Return the variables of all URLs, sorted by name.

        Args:
            taken: The names that their arguments cannot have.
            names: The names of arguments in this run.
        """
        found: dict[str, ServerVariable] = {}
        for server in (*self._root, *(each[0] for each in self._own.values() if each)):
            for variable in self._variables(server):
                first = found.get(variable.wire, replace(variable, is_path=True))
                is_path = first.is_path and variable.is_path
                found[variable.wire] = replace(first, is_path=is_path)
        wanted = {variable_key(wire): snake(wire) for wire in sorted(found)}
        named = names.named(wanted, one_by_one, taken)
        return tuple(
            replace(variable, argument=named[variable_key(wire)])
            for wire, variable in sorted(found.items())
        )

    def _variables(self, server: _Server) -> Iterator[ServerVariable]:
        """Yield the variables of a server's URL, their arguments still without names."""
        url = _url(server.node)
        for match in _VARIABLE.finditer(url):
            pointer = join(server.pointer, "variables", match[1])
            variable = self._nodes.mapping(pointer)
            is_in_path = "/" in url[: match.start()].partition("://")[2]
            default = variable.get("default")
            yield ServerVariable(
                argument="",
                wire=match[1],
                default="" if default is None else str(default),
                choices=tuple(dict.fromkeys(map(str, items(variable.get("enum"))))),
                is_path=(match.start() == 0 and "://" not in url) or is_in_path,
                doc=text_of(variable, "description"),
                facts=self._facts.of(pointer, facts.VARIABLE),
                pointer=pointer,
            )


def within(url: str, base_url: str) -> str:
    """Return a URL without its origin where that is the client's own."""
    try:
        one, other = urlsplit(url), urlsplit(base_url)
    except ValueError:
        return url
    is_own = one.netloc and (one.scheme, one.netloc) == (other.scheme, other.netloc)
    return (one._replace(scheme="", netloc="").geturl() or "/") if is_own else url


def _servers(nodes: Nodes, owner: str) -> list[_Server]:
    found = enumerate(items(nodes.get(join(owner, "servers"))))
    return [
        _Server(join(owner, "servers", at), cast("dict[str, Any]", each))
        for at, each in found
        if isinstance(each, dict)
    ]


def _url(server: dict[str, Any]) -> str:
    url = str(server.get("url", "")).strip().rstrip("/")
    if url.startswith("//"):
        return f"https:{url}"
    is_whole = re.match(r"https?://|\{", url, re.IGNORECASE) or not url
    return url if is_whole else f"/{url.removeprefix('./').lstrip('/')}"
