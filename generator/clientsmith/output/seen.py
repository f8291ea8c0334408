"""A client's folder as it was seen at a moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .manifest import MANIFEST, file_digest
from .tree import Found, is_custom, scan


@dataclass(frozen=True, slots=True)
class Seen:
    """What was in the folder, and the hash of each file that could be clientsmith's."""

    found: Found
    digests: Mapping[str, str | None]


def look(folder: Path, before: Seen | None = None) -> Seen:
    """The folder as it is now. A file that is as it was seen `before` is not read again.

    Raises:
        OSError: it cannot be read.
    """
    found = scan(folder)
    before = before or Seen(Found({}, ()), {})
    digests = {
        name: (
            before.digests[name]
            if before.found.files.get(name) == status
            else file_digest(f"{folder}/{name}")
        )
        for name, status in found.files.items()
        if not is_custom(name)
    }
    return Seen(found, digests)


def glance(folder: Path) -> Seen | None:
    """The folder of a client as it is now, for `look` to begin with; None where that is nothing
    that can be told. Whatever is wrong with it is for `write` to tell.
    """
    try:
        return look(folder) if (folder / MANIFEST).is_file() else None
    except OSError:
        return None
