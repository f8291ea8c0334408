"""Paths as a person in the current folder would write them."""

from __future__ import annotations

from pathlib import Path

# Names of devices: Windows opens the device whatever the folder and the suffix.
WINDOWS_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)


def near(path: Path) -> Path:
    """`path`, relative to the current folder when it is inside of it."""
    try:
        return path.relative_to(Path.cwd())
    except (ValueError, OSError):
        return path


def shown(path: Path) -> str:
    """`near`, with forward slashes, for messages."""
    return near(path).as_posix()
