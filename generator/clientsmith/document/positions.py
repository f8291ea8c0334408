"""Texts of files, and the places of values in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeAlias

from ..diagnostics import Diagnostic, Span

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


class File(Text):
    """A parsed file: its text, data, hash and places, and warnings about its syntax."""

    def __init__(self, text: Text, data: Any, places: Places) -> None:
        super().__init__(text.name, text.text)
        self.data = data
        self.nodes = 0
        self.digest = ""
        self.warnings: list[Diagnostic] = []
        self.places = places
