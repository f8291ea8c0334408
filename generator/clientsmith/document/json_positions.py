"""Find the places of values in JSON text on demand.

Only a diagnostic needs a place, and few values of a document have one. The decoder of `json` steps
over all others in a tenth of the time that a scan of each value takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from json import JSONDecoder
from typing import NamedTuple

from .positions import Found

_GAP = re.compile(r"[ \t\n\r]*")


class _Open(NamedTuple):
    """A container: the places of its first members or items, and an iterator of the others."""

    known: dict[str, Found]
    more: Iterator[tuple[str, Found]]


class JsonPlaces:
    """The places in a JSON text without duplicate keys."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._decode = JSONDecoder().raw_decode
        self._opened: dict[int, _Open] = {}

    def find(self, keys: Sequence[str]) -> Found:
        """Return the offsets of key and value at a path, or of its nearest existing ancestor."""
        found = Found(self._after_gap(0), self._after_gap(0))
        for key in keys:
            part = self._part(found.value, key)
            if part is None:
                break
            found = part
        return found

    def _part(self, start: int, key: str) -> Found | None:
        """Return the place of a key or index in the container that begins at `start`."""
        if start not in self._opened:
            self._opened[start] = _Open({}, self._parts(start))
        known, more = self._opened[start]
        while key not in known:
            part = next(more, None)
            if part is None:
                return None
            known[part[0]] = part[1]
        return known[key]

    def _parts(self, start: int) -> Iterator[tuple[str, Found]]:
        """Yield each member of an object with its key, each item of a list with its index."""
        text = self._text
        kind = text[start]
        if kind not in "{[":
            return
        at, index = self._after_gap(start + 1), 0
        while text[at] not in "}]":
            begin, key = at, str(index)
            if kind == "{":
                key, at = self._decode(text, at)
                # Past the colon.
                at = self._after_gap(self._after_gap(at) + 1)
            yield key, Found(begin, at)
            _, at = self._decode(text, at)
            at, index = self._after_gap(at), index + 1
            if text[at] == ",":
                at = self._after_gap(at + 1)

    def _after_gap(self, at: int) -> int:
        gap = _GAP.match(self._text, at)
        return at if gap is None else gap.end()
