"""Paths of files in messages, and hashes of their content."""

from __future__ import annotations

import hashlib
from pathlib import Path

WINDOWS_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
"""Names of devices, which Windows opens for a file of that name in any folder, with any suffix."""


def near(path: Path) -> Path:
    """Return a path, relative to the current folder if it is inside that."""
    try:
        return path.relative_to(Path.cwd())
    except (ValueError, OSError):
        return path


def shown(path: Path) -> str:
    """Return a path for messages: as `near` returns it, with forward slashes."""
    return near(path).as_posix()


def content_hash(content: bytes) -> str:
    """Return the SHA-256 of a content in hexadecimal, with the line ends of Unix.

    So the hash of a text does not depend on what a checkout of git does to line ends.
    """
    # Searching for one byte takes a fifth of the time of searching for two.
    if b"\r" in content:
        content = content.replace(b"\r\n", b"\n")
    return hashlib.sha256(content).hexdigest()
