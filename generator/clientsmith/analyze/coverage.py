"""How much of each operation a client has: the rows of `coverage.json`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..ir import Coverage, Operation, Reason
from .nodes import Endpoint
from .reach import reached, received_types, sent_types
from .schemas.reader import Schemas


def coverage_of(
    endpoints: Iterable[Endpoint],
    reasons: Mapping[str, Sequence[Reason]],
    refused: Mapping[str, Reason],
    schemas: Schemas,
    ways: Mapping[str, Sequence[Operation]],
    mentions: Mapping[str, Iterable[str]],
) -> tuple[Coverage, ...]:
    """Return the status of each operation, in the order of paths.

    Args:
        endpoints: The operations; `reasons` has why they are degraded, but for their types.
        reasons: Lists of reasons by `METHOD /path`.
        refused: Why no call can be made of an operation, by `METHOD /path`.
        schemas: What was read, with what is typed less precisely than it is described.
        ways: Each operation with its variants, by `METHOD /path`.
        mentions: The shapes that each shape refers to, by name.
    """
    rows: list[Coverage] = []
    for endpoint in endpoints:
        if endpoint.key in refused:
            rows.append(Coverage(endpoint.key, None, "refused", (refused[endpoint.key],)))
            continue
        of_types = _of_types(schemas, ways[endpoint.key], mentions)
        found = tuple(dict.fromkeys((*reasons.get(endpoint.key, ()), *of_types)))
        status = "degraded" if found else "generated"
        rows.append(Coverage(endpoint.key, ways[endpoint.key][0].call, status, found))
    return tuple(rows)


def _of_types(
    schemas: Schemas, ways: Sequence[Operation], mentions: Mapping[str, Iterable[str]]
) -> Iterable[Reason]:
    """Yield why an operation is typed less precisely than the document describes it."""
    degraded = schemas.known.degraded
    types = [type_ for way in ways for type_ in sent_types(way)]
    types += received_types(ways[0])
    names = reached(types, mentions.__getitem__)
    for owner in (ways[0].pointer, *sorted(names.intersection(degraded))):
        yield from degraded.get(owner, ())
