"""Joins what many calls share into one change: a header that all of them take, a moved path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from .report import Change

_ENOUGH = 5
"""The number of calls from which they share one change."""
_OWN = ("is gone", "is a new call", "has another name")
"""What is said of each call on its own, however many there are."""
EVERY = "client.*"
"""Takes the place of a call's name in a change that several calls share."""


def shared(changes: Iterable[Change]) -> Iterator[Change]:
    """Yield changes of calls, with one for a change that five calls or more share."""
    groups: dict[object, list[Change]] = {}
    for change in changes:
        groups.setdefault(_key(change), []).append(change)
    for found in groups.values():
        calls = tuple(sorted({f"{change.call.partition('(')[0]}()" for change in found}))
        first = found[0]
        if len(calls) < _ENOUGH or first.what in _OWN:
            yield from found
            continue
        old, new = _values(first)
        resources = {change.resource for change in found}
        yield replace(
            first,
            call=f"{EVERY}({first.call.partition('(')[2]}",
            old=old,
            new=new,
            calls=calls,
            confidence=min(change.confidence for change in found),
            resource=first.resource if len(resources) == 1 else "",
        )


def _key(change: Change) -> object:
    return change.kind, change.what, change.call.partition("(")[2], *_values(change)


def _values(change: Change) -> tuple[str, str]:
    """Return the old and the new value; of two paths, only as far as they differ.

    `/v1/pets/{id}` and `/v2/pets/{id}` are `/v1/…` and `/v2/…`.
    """
    if change.what != "is sent to another path":
        return change.old, change.new
    steps = [text.split("/")[::-1] for text in (change.old, change.new)]
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*steps, strict=False)))
    if not same:
        return change.old, change.new
    old, new = ("/".join(["…", *each[same:]][::-1]) for each in steps)
    return old, new
