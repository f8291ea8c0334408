"""Where the parts of a file stand in its text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeAlias

from ..diagnostics import Diagnostic, Span

# A tree beside the data: a scalar is the offset where it starts; a list adds its items' places; a
# mapping adds, for each key, the key's offset and the value's place. Offsets count characters.
Place: TypeAlias = "int | tuple[int, list[Place]] | tuple[int, dict[str, tuple[int, Place]]]"


FileKey: TypeAlias = Path | str
"""What a file goes by: its path, links resolved, or the URL of one that another host has."""


class Found(NamedTuple):
    key: int
    value: int


class PlaceTree:
    """The places of a text that was read part by part."""

    def __init__(self, top: Place) -> None:
        self._top = top

    def find(self, keys: Sequence[str], /) -> Found:
        """As `Places`."""
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
    """The text of a file under the name its user knows it by."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    @cached_property
    def line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def span(self, offset: int, pointer: str = "") -> Span:
        line = bisect_right(self.line_starts, offset)
        return Span(self.name, line, offset - self.line_starts[line - 1] + 1, pointer)

    def line(self, number: int) -> str:
        if not 0 < number <= len(self.line_starts):
            return ""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


class Places(Protocol):
    """Knows where the parts of a text stand."""

    def find(self, keys: Sequence[str], /) -> Found:
        """The offsets of the key and the value at a path, or of the nearest existing ancestor."""
        ...


class File(Text):
    """A parsed file."""

    def __init__(self, text: Text, data: Any, places: Places) -> None:
        super().__init__(text.name, text.text)
        self.data = data
        self.nodes = 0
        self.digest = ""
        self.warnings: list[Diagnostic] = []
        self.places = places
