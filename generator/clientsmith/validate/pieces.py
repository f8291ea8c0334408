"""The pieces of a document whose structure stands by itself, each checked once for all runs."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeAlias

from ..cache import Cache
from ..document import members, split_pointer
from .fault import Fault
from .structure import Finding, Structure
from .version import Version
from .walk import Walk

_Place: TypeAlias = "tuple[str, ...]"
# The place of what is left of a document when its pieces are taken out.
_REST: _Place = ()


def structure_faults(walk: Walk, cache: Cache | None) -> list[Fault]:
    """The faults in the structure of the document, and of the parts of it in other files that the
    rules met.
    """
    document, version = walk.document, walk.version
    structure = Structure(document, version, walk.watch)
    if cache is None:
        found = [*structure.of_document(document.data)]
    else:
        found = _remembered(document.data, version, structure, cache)
    for part in walk.outside_parts:
        found.extend(structure.of_part(part.pointer, part.kind))
    # In an order that does not hang on what was known.
    found.sort(key=lambda finding: finding.pointer)
    return [finding.fault(document) for finding in found]


def _remembered(
    data: dict[str, Any], version: Version, structure: Structure, cache: Cache
) -> list[Finding]:
    """What is wrong with the structure of the document. What is wrong with a piece hangs on its
    place and on what stands there alone, so that the `cache` may know it.
    """
    pieces = dict(_pieces(data))
    pieces[_REST] = _without(data, pieces)
    keys = {
        place: cache.key("structure", version, *place, repr(piece))
        for place, piece in pieces.items()
    }
    known = {
        place: found for place, key in keys.items() if (found := _read(cache.get(key))) is not None
    }
    if len(known) < len(keys):
        new: dict[_Place, list[Finding]] = defaultdict(list)
        for finding in structure.of_document(_without(data, known.keys() - {_REST})):
            new[_piece_of(finding, pieces)].append(finding)
        for place in keys.keys() - known.keys():
            cache.put(keys[place], json.dumps(new[place]))
        known.update((place, new[place]) for place in keys if place not in known)
    return [finding for place in keys for finding in known[place]]


def _read(text: str | None) -> list[Finding] | None:
    """The findings that the cache keeps as this text; None where it has none."""
    try:
        return None if text is None else [Finding(*each) for each in json.loads(text)]
    except (ValueError, TypeError):
        return None  # Not written by this module.


def _pieces(data: dict[str, Any]) -> Iterator[tuple[_Place, object]]:
    """The path items, webhooks and components, whose structure stands by itself, by places."""
    for section in ("paths", "webhooks"):
        for name, item in members(data.get(section)).items():
            yield (section, name), item
    for section, named in members(data.get("components")).items():
        for name, item in members(named).items():
            yield ("components", section, name), item


def _piece_of(finding: Finding, pieces: Mapping[_Place, object]) -> _Place:
    """The place of the piece that a finding concerns."""
    keys = tuple(split_pointer(finding.pointer))
    return next((keys[:length] for length in (2, 3) if keys[:length] in pieces), _REST)


def _without(data: dict[str, Any], places: Collection[_Place]) -> dict[str, Any]:
    """A document without the pieces at these places."""
    rest = dict(data)
    for place in places:
        *above, name = place
        # Copied once, at the first of the pieces that stand together.
        holder, original = rest, data
        for key in above:
            if holder[key] is original[key]:
                holder[key] = dict(original[key])
            holder, original = holder[key], original[key]
        del holder[name]
    return rest
