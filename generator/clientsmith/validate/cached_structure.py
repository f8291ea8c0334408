"""Check the structure of a document piece by piece, and cache the faults of each piece.

A piece is a path item, a webhook or a component. Its faults depend on its content and pointer
alone, so a run checks only the pieces that changed since an earlier run.
"""

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
# The key of the document without its pieces.
_REST: _Place = ()


def structure_faults(walk: Walk, cache: Cache | None) -> list[Fault]:
    """Return the structural faults of a document, and of the parts in other files that it uses."""
    document, version = walk.document, walk.version
    structure = Structure(document, version, walk.watch)
    if cache is None:
        found = [*structure.of_document(document.data)]
    else:
        found = _cached(document.data, version, structure, cache)
    for part in walk.outside_parts:
        found.extend(structure.of_part(part.pointer, part.kind))
    # In an order that does not depend on what was cached.
    found.sort(key=lambda finding: finding.pointer)
    return [finding.fault(document) for finding in found]


def _cached(
    data: dict[str, Any], version: Version, structure: Structure, cache: Cache
) -> list[Finding]:
    """Return the findings of all pieces: from the cache, or else checked now and added to it.

    The pieces that are not cached are checked together, in a document without all others.
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
    """Return the findings of an entry of the cache; None without one."""
    try:
        return None if text is None else [Finding(*each) for each in json.loads(text)]
    except (ValueError, TypeError):
        return None  # The file of the cache is damaged.


def _pieces(data: dict[str, Any]) -> Iterator[tuple[_Place, object]]:
    """Yield each path item, webhook and component with its keys: `("paths", "/pets")`."""
    for section in ("paths", "webhooks"):
        for name, item in members(data.get(section)).items():
            yield (section, name), item
    for section, named in members(data.get("components")).items():
        for name, item in members(named).items():
            yield ("components", section, name), item


def _piece_of(finding: Finding, pieces: Mapping[_Place, object]) -> _Place:
    """Return the keys of the piece that a finding is in."""
    keys = tuple(split_pointer(finding.pointer))
    return next((keys[:length] for length in (2, 3) if keys[:length] in pieces), _REST)


def _without(data: dict[str, Any], places: Collection[_Place]) -> dict[str, Any]:
    """Return the data of a document without some pieces."""
    rest = dict(data)
    for place in places:
        *above, name = place
        # Each mapping around removed pieces is copied once, at the first of them.
        holder, original = rest, data
        for key in above:
            if holder[key] is original[key]:
                holder[key] = dict(original[key])
            holder, original = holder[key], original[key]
        del holder[name]
    return rest
