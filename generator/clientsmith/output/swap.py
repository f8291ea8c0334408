"""A new folder in the place of an old one, in one step where the system has one."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from pathlib import Path
from typing import cast

from ..diagnostics import ClientsmithError, error
from ..paths import shown
from .manifest import Manifest, file_digest
from .tree import scan, sibling


def carry(source: str, target: str) -> None:
    """Link a file into the new folder, so that its time of change stays, or copy it."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        # Not every file system has hard links, and none has them to everything.
        shutil.copy2(source, target, follow_symlinks=False)


def create(path: Path, text: str) -> None:
    with open(path, "xb") as file:
        file.write(text.encode())


def swap(folder: Path, new: Path, old: Path) -> None:
    """Exchange the folder with `new`; the old one is at `new` then, to be deleted."""
    if not folder.exists():
        os.rename(new, folder)
    elif not _exchange(new, folder):
        try:
            # Killed between these two, a run leaves the old client for the next one to put back.
            os.rename(folder, old)
            os.rename(new, folder)
        except BaseException:
            if not folder.exists():
                os.rename(old, folder)
            raise
        # The name tells a client that is still of use from one that is half deleted.
        with contextlib.suppress(OSError):
            os.rename(old, new)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step, where the system can; False where it can't."""
    import ctypes

    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
            done = library.renameat2(here, os.fsencode(one), here, os.fsencode(other), exchange)
        elif sys.platform == "darwin":
            done = library.renamex_np(os.fsencode(one), os.fsencode(other), 2)  # RENAME_SWAP
        else:
            return False
    except (OSError, AttributeError, TypeError):
        return False
    return cast("int", done) == 0


def recover(folder: Path) -> None:
    """Clear away what a killed run left, after putting back what it took out."""
    new, old = sibling(folder, "new"), sibling(folder, "old")
    if old.exists():
        if not os.path.lexists(folder):
            os.rename(old, folder)
        else:
            lost = _only_in(old, folder)
            if lost:
                message = f"{shown(old)!r} was left by a run that broke off, and holds {lost!r}"
                hint = f"{shown(folder)!r} has no such file; move it there or delete the folder"
                raise ClientsmithError([error("output-leftover", message, None, hint)])
            _delete(new)
            os.rename(old, new)
    _delete(new)


def _delete(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _only_in(old: Path, folder: Path) -> str | None:
    """Return the first file that a person wrote in the old client and the new one lacks."""
    manifest = Manifest.read(old) or Manifest({})
    for name in sorted(scan(old).files):
        digest = file_digest(old / name)
        if manifest.files.get(name) != digest and digest != file_digest(folder / name):
            return name
    return None
