"""Which operations reach the parts that a lenient reading left out of a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ..document import Document
from ..ir import Reason
from .nodes import Place, Refused


def refuse(document: Document, place: Place) -> None:
    """Raises Refused for an operation that is itself left out."""
    for part in document.left_out:
        if part.pointer == place.pointer:
            raise Refused(part.why, part.pointer)


def reasons(document: Document, places: Iterable[Place]) -> dict[str, list[Reason]]:
    """The parts left out that each operation reaches, by `METHOD /path`.

    A unit is an operation, a path item, or what a reference leads to; one reaches the units that it
    refers to and those inside of it.
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
        seen = {unit_of(part.pointer)}
        waiting = list(seen)
        while waiting:
            for above in reached_by[waiting.pop()] - seen:
                seen.add(above)
                if above not in operations:
                    waiting.append(above)
        for place in places:
            if place.pointer in seen:
                found[place.key].append(Reason(part.why, part.pointer))
    return found
