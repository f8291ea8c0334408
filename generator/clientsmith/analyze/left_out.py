"""Which operations reach the parts that a lenient reading left out of a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ..document import Document
from ..ir import Reason
from .nodes import Place, Refused


def refuse(document: Document, place: Place) -> None:
    """Raise Refused for an operation that a lenient run has left out."""
    for part in document.left_out:
        if part.pointer == place.pointer:
            raise Refused(part.why, part.pointer)


def reasons(document: Document, places: Iterable[Place]) -> dict[str, list[Reason]]:
    """Return the left-out parts that each operation reaches, by `METHOD /path`.

    The graph has a node for each operation, each path item and each target of a reference. Such a
    node leads to those that it refers to, and to those inside it.
    """
    found: dict[str, list[Reason]] = defaultdict(list)
    if not document.left_out:
        return found
    places = list(places)
    operations = {place.pointer for place in places}
    references = list(document.references())
    units = {*operations, *(place.item for place in places)}
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
    for place in places:
        reached_by[place.item].add(place.pointer)
    for part in document.left_out:
        reached = {unit_of(part.pointer)}
        waiting = list(reached)
        while waiting:
            for above in reached_by[waiting.pop()] - reached:
                reached.add(above)
                if above not in operations:
                    waiting.append(above)
        for place in places:
            if place.pointer in reached:
                found[place.key].append(Reason(part.why, part.pointer))
    return found
