"""The pieces of a document whose structure stands by itself, checked once for all runs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any, TypeAlias

from ..cache import Cache
from ..source import Document, members, split_pointer
from .fault import Fault
from .structure import Structure
from .version import Version
from .walk import OutsidePart

_Place: TypeAlias = "tuple[str, ...]"


def structure_faults(
    document: Document, version: Version, outside: Sequence[OutsidePart], cache: Cache | None
) -> list[Fault]:
    """The faults in the structure of the document, and of the parts of it in other files."""
    pieces = dict(_pieces(document.data)) if cache is not None else {}
    keys: dict[_Place, bytes] = {}
    known: set[_Place] = set()
    if cache is not None:
        keys = {
            place: cache.key("structure", version, *place, repr(piece))
            for place, piece in pieces.items()
        }
        known = {place for place, key in keys.items() if cache.get(key) is not None}
    structure = Structure(document, version)
    found = [*structure.faults("", structure.validator, _without(document.data, known))]
    for part in outside:
        found.extend(structure.check(part.pointer, part.kind))
    if cache is not None:
        tokens = [tuple(split_pointer(fault.pointer)) for fault in found]
        faulty = {place[:length] for place in tokens for length in (2, 3)}
        for place, key in keys.items():
            if place not in known and place not in faulty:
                cache.put(key, "")
    return found


def _pieces(data: dict[str, Any]) -> Iterator[tuple[_Place, object]]:
    """The path items and components, each with its place, whose structure stands by itself."""
    for name, item in members(data.get("paths")).items():
        yield ("paths", name), item
    for section, named in members(data.get("components")).items():
        for name, item in members(named).items():
            yield ("components", section, name), item


def _without(data: dict[str, Any], known: Collection[_Place]) -> dict[str, Any]:
    """A document without these pieces of it."""
    rest = dict(data)
    for place in known:
        *above, name = place
        # Copied once, at the first of the pieces that stand together.
        holder, original = rest, data
        for key in above:
            if holder[key] is original[key]:
                holder[key] = dict(original[key])
            holder, original = holder[key], original[key]
        del holder[name]
    return rest
