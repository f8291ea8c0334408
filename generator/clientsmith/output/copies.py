"""The copies of what a document has of other hosts, and the lock that pins them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..diagnostics import ClientsmithError, error
from ..document import RemoteFile, copies_folder, copy_name, dump_pins, lock_path
from ..paths import shown
from .lock import locked
from .manifest import file_digest
from .problems import failed, refused
from .replace import replace_file


def keep_copies(document: Path, found: Sequence[RemoteFile]) -> None:
    """Make lock and copies beside `document` those of what it has of other hosts.

    The lock decides: a copy is there before the lock that names it, and goes after the one that
    does not, so that a run that breaks off leaves the old state or the new one.

    Raises:
        ClientsmithError: they cannot be written, or what is in the way is not clientsmith's.
    """
    lock, folder = lock_path(document), copies_folder(document)
    if not found and not os.path.lexists(lock):
        return
    try:
        with locked(folder):
            _keep(lock, folder, found)
    except OSError as problem:
        raise failed(folder, problem, "written") from problem


def _keep(lock: Path, folder: Path, found: Sequence[RemoteFile]) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise refused(folder, "is not a folder, and copies belong there", "move it away")
    wanted = {copy_name(file.url, file.pin.digest): file for file in found}
    for name, file in wanted.items():
        _write_copy(folder / name, file)
    if found:
        replace_file(lock, dump_pins({file.url: file.pin for file in found}))
    else:
        lock.unlink()
    for path in list(_of_no_use(folder, wanted)):
        path.unlink()
    if not found and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _write_copy(path: Path, file: RemoteFile) -> None:
    if file_digest(path) == file.pin.digest:
        return
    if os.path.lexists(path):
        message = f"{shown(path)!r} was edited by hand since clientsmith fetched it"
        raise ClientsmithError([error("output-edited", message, None, "move it away")])
    path.parent.mkdir(exist_ok=True)
    replace_file(path, file.content)


def _of_no_use(folder: Path, wanted: Sequence[str] | dict[str, RemoteFile]) -> Iterator[Path]:
    """Yield the copies that no pin names; the hash in its name marks a file as a copy."""
    for path in folder.iterdir() if folder.is_dir() else ():
        digest = file_digest(path)
        is_copy = digest is not None and path.stem.endswith(f"-{digest[:16]}")
        is_broken_off = path.name.startswith(".clientsmith-") and path.suffix == ".new"
        if path.name not in wanted and (is_copy or is_broken_off):
            yield path
