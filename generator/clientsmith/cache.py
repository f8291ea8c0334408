"""A cache of earlier runs, in the user's cache folder: a file for each client.

An entry is found by a hash of everything that it is made of, so that it is never stale, and it
carries a hash of itself, so that a damaged one is never used. The folder may be deleted at any
time. Whoever can write to it could put pages of their own there: `clientsmith check` never looks
at it, and so tells of such a page.
"""

from __future__ import annotations

import hashlib
import os
import struct
import sys
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

VARIABLE = "CLIENTSMITH_CACHE_DIR"

_MAGIC = b"clientsmith cache 1\n"
_HEAD = struct.Struct("!32s32sI")
"""Key, hash of the content, length of the content."""
# Entries of runs before the last are kept while the file is not bigger than this many times what
# the last run used: they are what a branch that is checked out again needs.
_KEPT = 4
_FOLDER_BYTES = 256 * 1024 * 1024


def folder() -> Path:
    """Where caches are: `CLIENTSMITH_CACHE_DIR`, else the platform's place for a user's caches."""
    if chosen := os.environ.get(VARIABLE):
        return Path(chosen)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "clientsmith"
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "clientsmith"
    # An entry that is not absolute is to be ignored (XDG Base Directory Specification).
    given = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (given if given.is_absolute() else Path.home() / ".cache") / "clientsmith"


class Cache:
    """The entries of one client. `salt` is what all of them depend on."""

    def __init__(self, path: Path, salt: str) -> None:
        self._path = path
        self._salt = hashlib.sha256(salt.encode()).digest()
        self._found = dict(_entries(path))
        self._used: dict[bytes, bytes] = {}
        self._is_changed = False

    @classmethod
    def of(cls, client: Path, salt: str) -> Cache:
        """Open the cache of the client in a folder."""
        name = hashlib.sha256(os.fsencode(client.absolute())).hexdigest()[:32]
        return cls(folder() / name, salt)

    def key(self, *parts: str) -> bytes:
        """Return the key of an entry that is made of these texts."""
        made = hashlib.sha256(self._salt)
        for part in parts:
            text = part.encode("utf-8", "surrogatepass")
            made.update(struct.pack("!Q", len(text)))
            made.update(text)
        return made.digest()

    def get(self, key: bytes) -> str | None:
        """Return the text of an entry, None if there is none or it is damaged."""
        record = self._used.get(key) or self._found.get(key)
        if record is None:
            return None
        _, digest, _ = _HEAD.unpack_from(record)
        content = record[_HEAD.size :]
        if hashlib.sha256(key + content).digest() != digest:
            self._found.pop(key, None)
            return None
        self._used[key] = record
        return zlib.decompress(content).decode("utf-8", "surrogatepass")

    def put(self, key: bytes, text: str) -> None:
        """Keep a text under this key."""
        content = zlib.compress(text.encode("utf-8", "surrogatepass"), 1)
        digest = hashlib.sha256(key + content).digest()
        self._used[key] = _HEAD.pack(key, digest, len(content)) + content
        self._is_changed = True

    @property
    def used(self) -> Mapping[bytes, bytes]:
        """The entries that this run has got or put, for `share`."""
        return self._used

    def share(self, used: Mapping[bytes, bytes]) -> None:
        """Take over the entries that a copy of this cache in another process read or added."""
        self._is_changed |= not used.keys() <= self._found.keys() | self._used.keys()
        self._used.update(used)

    def save(self) -> None:
        """Write what has changed. A cache that cannot be written is none, and no fault."""
        if not self._is_changed:
            return
        with suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=self._path.parent, suffix=".new", delete=False) as file:
                try:
                    file.write(_MAGIC)
                    file.writelines(self._records())
                    file.close()
                    os.replace(file.name, self._path)
                except BaseException:
                    os.unlink(file.name)
                    raise
            _evict(self._path.parent)
            self._is_changed = False

    def _records(self) -> Iterator[bytes]:
        yield from self._used.values()
        room = (_KEPT - 1) * sum(map(len, self._used.values()))
        for key, record in self._found.items():
            room -= 0 if key in self._used else len(record)
            if room < 0:
                return
            if key not in self._used:
                yield record


def _entries(path: Path) -> Iterator[tuple[bytes, bytes]]:
    """Key and record of each entry, as far as the file can be read, the last used first."""
    try:
        content = path.read_bytes()
    except OSError:
        return
    at = len(_MAGIC)
    if not content.startswith(_MAGIC):
        return
    while at + _HEAD.size <= len(content):
        key, _, length = _HEAD.unpack_from(content, at)
        end = at + _HEAD.size + length
        if end > len(content):
            return
        yield key, content[at:end]
        at = end


def _evict(place: Path) -> None:
    """Delete the caches that were written longest ago, until the rest is small enough."""
    found = [(path, path.stat()) for path in place.iterdir() if path.is_file()]
    room = _FOLDER_BYTES
    for path, status in sorted(found, key=lambda item: item[1].st_mtime_ns, reverse=True):
        room -= status.st_size
        if room < 0:
            path.unlink(missing_ok=True)
