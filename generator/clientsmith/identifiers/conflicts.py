"""The lock of names in conflict: both sides of a git merge, read and joined.

git merges the lock line by line and knows no JSON: a side without the other's lines may lack a
comma. So each side is read by its lines, of which each has one name or opens a section.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..diagnostics import Diagnostic, Span, error
from ..diagnostics.counts import counted

_BEGIN = re.compile(r"<{7,}(?: (.*))?$")
_BASE = re.compile(r"\|{7,}(?: .*)?$")
_MIDDLE = re.compile(r"={7,}$")
_END = re.compile(r">{7,}(?: (.*))?$")
_SECTION = re.compile(r'\s*"(\w+)"\s*:\s*\{(\s*\})?\s*,?\s*$')
_ENTRY = re.compile(r'\s*("(?:[^"\\]|\\.)*")\s*:\s*(\S.*?)\s*,?\s*$')
_BRACES = re.compile(r"\s*[{}]?\s*,?\s*$")
_SHOWN = 10
_OF_OWNER = frozenset({"arguments", "constants", "fields"})
"""The sections whose names have to differ only for one owner: an operation or a schema."""

Key = tuple[str, str]
"""A section of the lock, and the key of a name in it."""


class BrokenLineError(ValueError):
    """A line that no lock has."""

    def __init__(self, line: int, message: str = "the line is none of a lock") -> None:
        super().__init__(message)
        self.lineno = line


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of one side, and the line where it is."""

    name: Any
    line: int


@dataclass(slots=True)
class Side:
    """One of the two locks that git merges, or the one that both come from."""

    label: str
    """What git calls it: `HEAD`, or a branch."""
    names: dict[Key, Entry] = field(default_factory=dict[Key, Entry])
    section: str = ""


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides of a merge, and what they have in common as far as it is known."""

    ours: Side
    theirs: Side
    base: Side
    line: int = 1
    """Where the first conflict begins."""

    def differing(self) -> list[Key]:
        """Return what has two names, none of which is that of the base."""
        return [
            key
            for key in sorted(self.ours.names.keys() & self.theirs.names.keys())
            if self._of_both(key) is None
        ]

    def alone(self) -> tuple[int, int]:
        """Return how many names only our side has, and how many only theirs."""
        ours, theirs = self.ours.names.keys(), self.theirs.names.keys()
        return len(ours - theirs), len(theirs - ours)

    def _of_both(self, key: Key) -> Any:
        """Return the name of a key that both sides have, if it is clear; else None."""
        ours, theirs = self.ours.names[key].name, self.theirs.names[key].name
        base = self.base.names.get(key)
        if ours == theirs or (base is not None and base.name == theirs):
            return ours
        return theirs if base is not None and base.name == ours else None

    def name(self, key: Key, *, is_theirs: bool) -> Any:
        """Return the name that a key has after the merge."""
        mine, other = self.ours.names.get(key), self.theirs.names.get(key)
        if mine is None or other is None:
            found = mine or other
            return None if found is None else found.name
        clear = self._of_both(key)
        return clear if clear is not None else (other if is_theirs else mine).name


@dataclass(frozen=True, slots=True)
class Twice:
    """A name that each side gave to something else; only the first keeps it."""

    section: str
    name: str
    kept: str
    renamed: str


def has_conflicts(text: str) -> bool:
    """Return whether a lock has the markers of a git merge."""
    return "<<<<<<<" in text and any(_BEGIN.match(line) for line in text.splitlines())


def sides_in(text: str) -> Sides:
    """Return both sides of a lock with the markers of a git merge, diff3 and zdiff3 style included.

    Raises:
        BrokenLineError: a conflict has no end, or a line is none of a lock.
    """
    sides = Sides(Side("ours"), Side("theirs"), Side("base"), _first(text))
    now: tuple[Side, ...] = (sides.ours, sides.theirs, sides.base)
    begun = 0
    for number, line in enumerate(text.splitlines(), 1):
        if (found := _BEGIN.match(line)) is not None:
            sides.ours.label = found[1] or sides.ours.label
            now, begun = (sides.ours,), number
        elif begun and _BASE.match(line):
            now = (sides.base,)
        elif begun and _MIDDLE.match(line):
            now = (sides.theirs,)
        elif begun and (found := _END.match(line)) is not None:
            sides.theirs.label = found[1] or sides.theirs.label
            now, begun = (sides.ours, sides.theirs, sides.base), 0
        else:
            _add(now, line, number)
    if begun:
        raise BrokenLineError(begun, "the conflict that begins there has no end")
    return sides


def sides_of(ours: str, theirs: str, base: str | None) -> Sides:
    """Return both sides of a merge, each from the text of a lock of its own.

    Raises:
        BrokenLineError: a line is none of a lock.
    """
    sides = Sides(Side("ours"), Side("theirs"), Side("base"))
    for side, text in ((sides.ours, ours), (sides.theirs, theirs), (sides.base, base or "")):
        for number, line in enumerate(text.splitlines(), 1):
            _add((side,), line, number)
    return sides


def merged(sides: Sides, *, is_theirs: bool) -> tuple[dict[str, dict[str, Any]], list[Twice]]:
    """Return the sections of the merged lock, and the names that only one of two keeps.

    It has every name of both sides. What has two names gets ours, or with `is_theirs` theirs. A
    name that each side gave to something else stays with that of the same side; the other has none
    in the lock, so that the next run chooses one.
    """
    first, second = sides.ours, sides.theirs
    if is_theirs:
        first, second = second, first
    data: dict[str, dict[str, Any]] = {}
    owners: dict[tuple[str, ...], str] = {}
    twice: list[Twice] = []
    known = first.names.keys() | second.names.keys()
    for section, key in sorted(known, key=lambda key: (key not in first.names, key)):
        name = sides.name((section, key), is_theirs=is_theirs)
        names = data.setdefault(section, {})
        place = (section, str(name), key.rpartition("/")[0] if section in _OF_OWNER else "")
        other = owners.setdefault(place, key)
        is_free = other == key or section == "rules"
        if not is_free and not _is_shared(sides, section, (key, other), name):
            twice.append(Twice(section, str(name), other, key))
            continue
        names[key] = name
    return data, twice


def problems(sides: Sides, file: str) -> Iterator[Diagnostic]:
    """Yield what is in conflict in a lock, each at its line, with the names of both sides."""
    differing = sides.differing()
    ours, theirs = sides.ours.label, sides.theirs.label
    for section, key in differing[:_SHOWN]:
        mine, other = sides.ours.names[section, key], sides.theirs.names[section, key]
        message = (
            f"{key!r} has two names: {mine.name!r} in {ours} (line {mine.line}) and"
            f" {other.name!r} in {theirs} (line {other.line})"
        )
        yield error("lock-conflict", message, Span(file, mine.line, 5), "")
    of_ours, of_theirs = sides.alone()
    differ = counted(len(differing), "differs", "differ")
    counts = f"{of_ours} only {ours} has, {of_theirs} only {theirs} has, {differ}"
    message = f"the lock of names has conflicts of a git merge (of its names, {counts})"
    hint = (
        "run `clientsmith names merge`: it takes the names of both, and where they differ those of"
        f" {ours}, or with --theirs those of {theirs}"
    )
    yield error("lock-conflict", message, Span(file, sides.line, 1), hint)


def _is_shared(sides: Sides, section: str, keys: tuple[str, str], name: object) -> bool:
    """Return whether one side has a name for both of two keys, as equal types share one."""
    return any(
        all((found := side.names.get((section, key))) and found.name == name for key in keys)
        for side in (sides.ours, sides.theirs)
    )


def _add(sides: tuple[Side, ...], line: str, number: int) -> None:
    """Add a line of a lock to the sides that have it."""
    if (found := _SECTION.match(line)) is not None:
        for side in sides:
            side.section = found[1]
    elif (found := _ENTRY.match(line)) is not None:
        try:
            key, name = json.loads(found[1]), json.loads(found[2])
        except ValueError:
            raise BrokenLineError(number) from None
        if not all(side.section or key == "step" for side in sides):
            raise BrokenLineError(number)
        for side in sides:
            side.names[side.section, key] = Entry(name, number)
    elif not _BRACES.match(line):
        raise BrokenLineError(number)


def _first(text: str) -> int:
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if _BEGIN.match(line)), 1)
