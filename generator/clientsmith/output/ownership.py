"""Recognizes files that clientsmith wrote and that no manifest lists.

A checkout of another state takes the manifest back, and leaves files that were not yet committed:
`resources/birds.py` of a branch, say. Such a file is clientsmith's if the bytes at that path are
those of its own runtime, or of a file that a run on this machine wrote there. These hashes are in
the user's cache folder rather than in the manifest, which the checkout took back, and which is to
be the same bytes for the same document. Without them a file is kept, as one of a person is.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from ..cache import folder as cache_folder

NO_RUNTIME: Mapping[str, str] = {}

_MOST_BYTES = 4_000_000


class Ownership:
    """What clientsmith writes, or wrote before, into the folder of a client."""

    def __init__(self, folder: Path, runtime: Mapping[str, str] = NO_RUNTIME) -> None:
        self._path = _path(folder)
        self._runtime = runtime

    def has(self, name: str, digest: str | None) -> bool:
        """Return whether the file at a path inside the folder, of this hash, is clientsmith's."""
        if digest is None:
            return False
        return self._runtime.get(name) == digest or (name, digest) in self._written

    @cached_property
    def _written(self) -> frozenset[tuple[str, str]]:
        lines = _lines(self._path)
        return frozenset((name, digest) for digest, _, name in (x.partition(" ") for x in lines))


def remember(folder: Path, written: Iterable[tuple[str, str]]) -> None:
    """Note the path and hash of each file that a run wrote; the oldest go when there are too many.

    What cannot be noted is not, and no fault.
    """
    path = _path(folder)
    text = "".join(f"{digest} {name}\n" for name, digest in written)
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.is_file() and path.stat().st_size + len(text) > _MOST_BYTES:
            kept = "".join(f"{line}\n" for line in _lines(path))[-_MOST_BYTES // 2 :]
            new = path.with_suffix(f".{os.getpid()}.new")
            new.write_text(kept.partition("\n")[2], encoding="utf-8", newline="\n")
            os.replace(new, path)
        with open(path, "a", encoding="utf-8", newline="\n") as file:
            file.write(text)


def _path(folder: Path) -> Path:
    name = hashlib.sha256(os.fsencode(folder.absolute())).hexdigest()[:32]
    return cache_folder() / f"{name}.written"


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").split("\n")[:-1]
    except OSError:
        return []
