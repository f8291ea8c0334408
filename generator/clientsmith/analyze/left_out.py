"""Which operations reach the parts that a lenient reading left out of a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ..document import Document
from ..ir import Reason
from .nodes import Endpoint, Refused


def refuse(document: Document, endpoint: Endpoint) -> None:
    """Raise Refused for an operation that a lenient run has left out."""
    for part in document.left_out:
        if part.pointer == endpoint.pointer:
            raise Refused(part.why, part.pointer)


def reasons(document: Document, endpoints: Iterable[Endpoint]) -> dict[str, list[Reason]]:
    """Return the left-out parts that each operation reaches, by `METHOD /path`.

    The graph has a node for each operation, each path item and each target of a reference. Such a
    node leads to those that it refers to, and to those inside it.
    """
    found: dict[str, list[Reason]] = defaultdict(list)
    if not document.left_out:
        return found
    endpoints = list(endpoints)
    operations = {endpoint.pointer for endpoint in endpoints}
    references = list(document.references())
    units = {*operations, *(endpoint.item for endpoint in endpoints)}
    units |= {reference.target for reference in references}

    def unit_of(pointer: str) -> str:
        while pointer and pointer not in units:
            pointer = pointer.rpartition("/")[0]
        return pointer

    reached_by: dict[str, set[str]] = defaultdict(set)
    for reference in references:
        reached_by[reference.target].add(unit_of(reference.pointer))
    for unit in units - operations:
        reached_by[unit].add(unit_of(unit.rpartition("/")[0]))
    for endpoint in endpoints:
        reached_by[endpoint.item].add(endpoint.pointer)
    for part in document.left_out:
        reached = {unit_of(part.pointer)}
        waiting = list(reached)
        while waiting:
            for above in reached_by[waiting.pop()] - reached:
                reached.add(above)
                if above not in operations:
                    waiting.append(above)
        for endpoint in endpoints:
            if endpoint.pointer in reached:
                found[endpoint.key].append(Reason(part.why, part.pointer))
    return found
