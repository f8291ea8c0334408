"""The files in a client's folder, and the paths that a client may have."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics import ClientsmithError, error
from ..paths import WINDOWS_RESERVED, shown
from .manifest import MANIFEST

CUSTOM = "_custom"

CUSTOM_INIT = f"{CUSTOM}/__init__.py"


@dataclass(frozen=True, slots=True)
class Found:
    """What is in a folder: each file with what shows whether it changes, and empty folders."""

    files: Mapping[str, tuple[int, ...]]
    empty: tuple[str, ...]


def scan(folder: Path) -> Found:
    files: dict[str, tuple[int, ...]] = {}
    empty: list[str] = []
    waiting = [""] if folder.is_dir() else []
    while waiting:
        inside = waiting.pop()
        here = f"{folder}/{inside}" if inside else folder
        entries = [entry for entry in os.scandir(here) if entry.name != "__pycache__"]
        # Elsewhere an empty folder is what a deleted module leaves.
        if not entries and is_custom(inside):
            empty.append(inside)
        for entry in entries:
            name = f"{inside}/{entry.name}" if inside else entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting.append(name)
            elif name != MANIFEST:
                # Not from the entry: on Windows that holds less, and older numbers.
                status = os.stat(entry.path, follow_symlinks=False)
                files[name] = (status.st_mode, status.st_ino, status.st_size, status.st_mtime_ns)
    return Found(files, tuple(sorted(empty)))


def is_custom(name: str) -> bool:
    return name == CUSTOM or name.startswith(CUSTOM + "/")


def sibling(folder: Path, suffix: str) -> Path:
    return folder.with_name(f".clientsmith-{folder.name}.{suffix}")


_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')


def check_names(files: Iterable[str]) -> None:
    """Paths that stay in the folder and exist on every file system.

    Names come from the name table, so one of these is a mistake of ours, or of a template.
    """
    problems = [
        error("output-path", f"{name!r} cannot be the path of a file: {reason}", None)
        for name in files
        if (reason := _bad_path(name))
    ]
    if problems:
        raise ClientsmithError(problems)


def _bad_path(name: str) -> str:
    parts = name.split("/")
    if any(part in ("", ".", "..") for part in parts):
        return "it leaves the client's folder" if ".." in parts else "a part of it is empty"
    if is_custom(name) or name == MANIFEST:
        return "the name is taken"
    for part in parts:
        if _FORBIDDEN.search(part) or part.endswith((".", " ")):
            return "it holds a character that not every system allows"
        if part.split(".")[0].lower() in WINDOWS_RESERVED:
            return "Windows keeps the name for a device"
        if len(part.encode()) > 255:
            return "a part of it is longer than 255 bytes"
    return ""


def check_tree(folder: Path, names: Iterable[str]) -> None:
    """Refuse a tree with two paths that differ by case alone, or a file in place of a folder."""
    by_folded: dict[str, str] = {}
    for name in sorted(set(names)):
        other = by_folded.setdefault(name.casefold(), name)
        if other != name:
            message = f"{other!r} and {name!r} in {shown(folder)!r} differ by case alone"
            hint = "rename one of them: Windows and macOS hold them for one file"
            raise ClientsmithError([error("output-case", message, None, hint)])
    for parent in folders_of(by_folded.values()):
        if (file := by_folded.get(parent.casefold())) is not None:
            message = f"{shown(folder / file)!r} is a file where a folder should be"
            raise ClientsmithError([error("output-foreign", message, None, "move it away")])


def folders_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return the folders of files with these names, and the folders around them; not the root."""
    found: dict[str, None] = {}
    for name in names:
        inside = name.rpartition("/")[0]
        while inside and inside not in found:
            found[inside] = None
            inside = inside.rpartition("/")[0]
    return tuple(found)
