"""Numbers with their nouns, for messages."""

from __future__ import annotations


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun: `1 file`, `0 files`, `1,024 more places`."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"
