"""Texts of files, and the places of values in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeAlias

from ..diagnostics import Diagnostic, Span, seen_offset

# A tree with the shape of the data. A scalar is the offset at which it starts; a list adds the
# places of its items; a mapping adds, for each key, the offset of the key and the place of the
# value. Offsets count characters.
Place: TypeAlias = "int | tuple[int, list[Place]] | tuple[int, dict[str, tuple[int, Place]]]"


FileKey: TypeAlias = Path | str
"""Identifies a file: its path with symbolic links resolved, or its URL on another host."""


class Found(NamedTuple):
    """The offsets of a value and of its key; without a key, that of the value twice."""

    key: int
    value: int


class PlaceTree:
    """The places of all values of a text, as a tree that was built with the data."""

    def __init__(self, top: Place) -> None:
        self._top = top

    def find(self, keys: Sequence[str], /) -> Found:
        """Return the offsets of key and value at a path, or of its nearest existing ancestor."""
        place = self._top
        key = offset = _offset(place)
        for part in keys:
            if isinstance(place, int):
                break
            children = place[1]
            if isinstance(children, dict):
                if part not in children:
                    break
                key, place = children[part]
                offset = _offset(place)
            else:
                if not part.isdecimal() or int(part) >= len(children):
                    break
                place = children[int(part)]
                key = offset = _offset(place)
        return Found(key, offset)


def _offset(place: Place) -> int:
    return place if isinstance(place, int) else place[0]


class Text:
    """The text of a file, with the name that messages use."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset of each line."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def span(self, offset: int, pointer: str = "") -> Span:
        """Return the line and column of an offset."""
        line = bisect_right(self.line_starts, offset)
        return Span(self.name, line, offset - self.line_starts[line - 1] + 1, pointer)

    def seen_span(self, offset: int) -> Span:
        """Return the line and column of an offset; on a blank line, of the end of what is above."""
        return self.span(seen_offset(self.text, offset))

    def line(self, number: int) -> str:
        """Return a line by its number, from 1, without its end; empty if there is none."""
        if not 0 < number <= len(self.line_starts):
            return ""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


class Places(Protocol):
    """Finds the places of values in a text."""

    def find(self, keys: Sequence[str], /) -> Found:
        """Return the offsets of key and value at a path, or of its nearest existing ancestor."""
        ...


class Origin(NamedTuple):
    """Where a value was before overlays moved it: the file, and its keys there as it was read."""

    file: File
    keys: tuple[str, ...]
    note: tuple[str, File, tuple[str, ...]] | None
    """A second place that belongs to the value: "added to", the file and the keys of the holder."""


class Origins(Protocol):
    """Finds where the values of a file that overlays changed were read."""

    def find(self, keys: Sequence[str], /) -> Origin:
        """Return the origin of the value at a path, or of its nearest existing ancestor."""
        ...


class File(Text):
    """A parsed file: its text, data, hash and places, and warnings about its syntax.

    Overlays change the data; `origins` then says where each value was read.
    """

    def __init__(self, text: Text, data: Any, places: Places) -> None:
        super().__init__(text.name, text.text)
        self.data = data
        self.nodes = 0
        self.digest = ""
        self.warnings: list[Diagnostic] = []
        self.places = places
        self.origins: Origins | None = None

    def value_span(self, keys: Sequence[str], pointer: str = "") -> Span:
        """Return the place of the value at a path, or of its nearest existing ancestor."""
        return self._span_at(keys, pointer, at_key=False)

    def key_span(self, keys: Sequence[str], pointer: str = "") -> Span:
        """Return the place of the key of the value at a path; of the value, for a list item."""
        return self._span_at(keys, pointer, at_key=True)

    def _span_at(self, keys: Sequence[str], pointer: str, *, at_key: bool) -> Span:
        if self.origins is None:
            found = self.places.find(keys)
            return self.span(found.key if at_key else found.value, pointer)
        origin = self.origins.find(keys)
        found = origin.file.places.find(origin.keys)
        span = origin.file.span(found.key if at_key else found.value, pointer)
        if origin.note is None:
            return span
        how, file, other = origin.note
        return replace(span, note=(how, file.span(file.places.find(other).value)))
