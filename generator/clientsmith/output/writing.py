"""Writes the files of a client into its folder, or says what that would change."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics import ClientsmithError, error
from ..limits import UNWATCHED, Watch
from ..paths import content_hash, shown
from .lock import locked
from .manifest import MANIFEST, NO_INPUTS, Inputs, Manifest, file_digest
from .ownership import NO_RUNTIME, Ownership, remember
from .plan import Plan, planned
from .problems import failed, refused
from .replace import replace_file
from .snapshot import take_snapshot
from .swap import carry, create, recover, swap
from .tree import CUSTOM_INIT, check_names, check_tree, folders_of, is_custom, scan, sibling

_CUSTOM_TEXT = '''"""Yours: clientsmith makes this file once and never touches it again.

A public class here takes the place of the generated class of the same name.
"""
'''


@dataclass(frozen=True, slots=True)
class WriteResult:
    """The files of a folder that a run wrote, deleted or kept: paths inside it, sorted."""

    folder: Path
    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    overwritten: tuple[str, ...] = ()
    """Those of `written` that were not clientsmith's, or edited by hand."""
    kept: tuple[str, ...] = ()
    """Files outside of `_custom/` that clientsmith did not write, or that a person edited since."""


def write(
    folder: Path,
    files: Mapping[str, str],
    *,
    inputs: Inputs = NO_INPUTS,
    force: bool = False,
    on_overwrite: Callable[[Path], None] | None = None,
    lock: tuple[Path, str] | None = None,
    old_names: tuple[Path, str] | None = None,
    record: tuple[Path, bytes] | None = None,
    watch: Watch = UNWATCHED,
    runtime: Mapping[str, str] = NO_RUNTIME,
    is_remembered: bool = True,
) -> WriteResult:
    """Make `folder` the client of these files: path inside it (posix) to text.

    `force` overwrites what a person edited or put in the way, and `on_overwrite` gets the path of
    each such file before. What a person edited is never deleted: a file that is generated no longer
    stays. `lock` is the file of names that goes with the client, `old_names` that of the names it
    had, `record` that of what it was made of. `runtime` has the hash of each module of the runtime
    by its path in the folder: these are clientsmith's wherever they come from. What is written is
    remembered as such, for later runs.

    Raises:
        ClientsmithError: the folder is then as it was before, unless one of these is at fault.
    """
    check_names(files)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with locked(folder):
            recover(folder)
            ownership = Ownership(folder, runtime)
            result = _write(folder, files, inputs, force, on_overwrite, watch, ownership)
            if is_remembered:
                texts = ((name, files[name]) for name in result.written)
                remember(folder, ((name, content_hash(text.encode())) for name, text in texts))
            if lock is not None:
                # After the client: the other way round, it could hold names that no client has.
                replace_file(*lock)
            if old_names is not None:
                replace_file(*old_names)
            if record is not None:
                replace_file(*record)
            return result
    except OSError as problem:
        raise failed(folder, problem, "written") from problem


def preview(
    folder: Path,
    files: Mapping[str, str],
    *,
    force: bool = False,
    runtime: Mapping[str, str] = NO_RUNTIME,
) -> WriteResult:
    """Return what `write` would do, and write nothing.

    Raises:
        ClientsmithError: `write` would refuse.
    """
    check_names(files)
    try:
        snapshot = take_snapshot(folder)
        digests = {name: content_hash(text.encode()) for name, text in files.items()}
        ownership = Ownership(folder, runtime)
        manifest = _owned(folder, force, ownership)
        return _result(folder, planned(folder, digests, snapshot, manifest, force, ownership))
    except OSError as problem:
        raise failed(folder, problem, "read") from problem


def is_intact(folder: Path, manifest: Manifest, runtime: Mapping[str, str] = NO_RUNTIME) -> bool:
    """Whether every file of the manifest is on disk as it was written, and no run broke off.

    False also where a file is there that clientsmith wrote and the manifest does not name.
    """
    try:
        if (
            not (folder / CUSTOM_INIT).is_file()
            or sibling(folder, "new").exists()
            or sibling(folder, "old").exists()
        ):
            return False
        ownership = Ownership(folder, runtime)
        return all(
            file_digest(f"{folder}/{name}") == digest for name, digest in manifest.files.items()
        ) and not any(
            ownership.has(name, file_digest(f"{folder}/{name}"))
            for name in scan(folder).files
            if name not in manifest.files and not is_custom(name)
        )
    except OSError:
        return False


def _write(
    folder: Path,
    files: Mapping[str, str],
    inputs: Inputs,
    force: bool,
    on_overwrite: Callable[[Path], None] | None,
    watch: Watch,
    ownership: Ownership,
) -> WriteResult:
    manifest = _owned(folder, force, ownership)
    snapshot = take_snapshot(folder)
    found = snapshot.found
    digests = {name: content_hash(text.encode()) for name, text in files.items()}
    plan = planned(folder, digests, snapshot, manifest, force, ownership)
    text = Manifest(digests, inputs).dump()
    names = [*files, *plan.carried, MANIFEST, CUSTOM_INIT]
    check_tree(folder, names)
    result = _result(folder, plan)
    current = folder / MANIFEST
    if (
        not (plan.written or plan.deleted)
        and CUSTOM_INIT in found.files
        and current.is_file()
        and current.read_bytes() == text.encode()
    ):
        # The pipeline takes a manifest younger than the generator for one that it made.
        with contextlib.suppress(OSError):
            os.utime(current)
        return result
    if on_overwrite is not None:
        for name in plan.overwritten:
            on_overwrite(folder / name)
    new, old = sibling(folder, "new"), sibling(folder, "old")
    try:
        new.mkdir()
        if folder.is_dir():
            shutil.copymode(folder, new)
        for name in (*found.empty, *folders_of(names)):
            (new / name).mkdir(parents=True, exist_ok=True)
        for name in (*plan.unchanged, *plan.carried):
            watch.check()
            carry(f"{folder}/{name}", f"{new}/{name}")
        for name in plan.written:
            watch.check()
            create(new / name, files[name])
        if CUSTOM_INIT not in found.files:
            create(new / CUSTOM_INIT, _CUSTOM_TEXT)
        create(new / MANIFEST, text)
        if scan(folder) != found:
            message = f"{shown(folder)!r} changed while its new files were made"
            raise ClientsmithError([error("output-busy", message, None, "run clientsmith again")])
        swap(folder, new, old)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    # Done, whatever becomes of what is left: the next run clears it away.
    shutil.rmtree(new, ignore_errors=True)
    return result


def _result(folder: Path, plan: Plan) -> WriteResult:
    return WriteResult(
        folder, plan.written, plan.unchanged, plan.deleted, plan.overwritten, plan.kept
    )


def _owned(folder: Path, force: bool, ownership: Ownership) -> Manifest:
    """Return the manifest of a folder that may be written, an empty one if the folder is new.

    Raises:
        ClientsmithError: the folder is not clientsmith's.
    """
    if folder.is_symlink():
        raise refused(folder, "is a link", "name the folder that it leads to as the output")
    if not folder.exists():
        return Manifest({})
    if not folder.is_dir():
        raise refused(folder, "is a file where the client's folder should be", "move it away")
    if os.path.lexists(folder / ".git"):
        hint = "a client has a folder of its own inside of a repository"
        raise refused(folder, "is a git repository", hint)
    try:
        manifest = Manifest.read(folder)
    except ClientsmithError:
        if not force:
            raise
        manifest = None
    if manifest is None:
        found = scan(folder)
        if not force and any(
            not is_custom(name) and not ownership.has(name, file_digest(f"{folder}/{name}"))
            for name in found.files
        ):
            hint = (
                "name another folder, or use --force, which keeps every file that isn't in the way"
            )
            raise refused(folder, "holds files, and clientsmith did not write them", hint)
    return manifest or Manifest({})
