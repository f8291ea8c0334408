"""The operations of a document as the naming of calls sees them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...document import items
from ...ir import Shape, TypeRef
from ..nodes import Endpoint, Nodes, join, text_of
from ..pagination.rules import array_of, is_listing
from .calls import Route


def routes_of(
    nodes: Nodes,
    found: Iterable[Endpoint],
    answers: Mapping[str, TypeRef | None],
    shapes: Mapping[str, Shape],
) -> list[Route]:
    """Return the route of each operation.

    Args:
        nodes: The nodes of the document.
        found: The operations.
        answers: The type of what each call returns, by `METHOD /path`.
        shapes: The shapes of these types, by name.
    """
    return [
        Route(
            endpoint.method,
            endpoint.path,
            endpoint.identifier,
            is_listing(answers.get(endpoint.key), shapes),
            endpoint.key,
            array_of(answers.get(endpoint.key), shapes),
            _asks(nodes, endpoint),
            _tag(nodes, endpoint),
        )
        for endpoint in found
    ]


def _asks(nodes: Nodes, endpoint: Endpoint) -> bool:
    for above in (endpoint.pointer, endpoint.item):
        for at in range(len(items(nodes.get(join(above, "parameters"))))):
            parameter = nodes.mapping(nodes.resolve(join(above, "parameters", at)))
            if parameter.get("in") in ("query", "querystring"):
                return True
    return False


def _tag(nodes: Nodes, endpoint: Endpoint) -> str:
    tags = items(nodes.mapping(endpoint.pointer).get("tags"))
    return text_of({"tag": tags[0]}, "tag") if tags else ""
