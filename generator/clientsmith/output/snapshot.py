"""A snapshot of a client's folder: its files, and their hashes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .manifest import file_digest
from .tree import Found, is_custom, scan


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is in a folder, and the hash of each file that could be clientsmith's."""

    found: Found
    digests: Mapping[str, str | None]


def take_snapshot(folder: Path) -> Snapshot:
    """Return what is in a folder now.

    Raises:
        OSError: it cannot be read.
    """
    found = scan(folder)
    names = (name for name in found.files if not is_custom(name))
    return Snapshot(found, {name: file_digest(f"{folder}/{name}") for name in names})
