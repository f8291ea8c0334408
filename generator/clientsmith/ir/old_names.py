"""Names that an earlier client had: of calls, arguments, fields, constants and classes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Renamed:
    """A name that still works: it warns, and does what the name does that took its place."""

    name: str
    now: str
    since: str
    """The version of the document with which the new name came."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A name that raises an error, which says since when it is removed and what replaces it."""

    name: str
    """As its owner had it: `archive`."""
    what: str
    """As a user wrote it: `pets.archive()`."""
    since: str
    """The version of the document with which it went."""
    use: str = ""
    """What took its place: `pets.rehome()`; empty where that is not known."""
    is_guess: bool = False
    """Whether `use` was found by likeness alone."""
