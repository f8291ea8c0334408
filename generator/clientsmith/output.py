"""Files to disk, so that at any moment the old client or the new one is there, whole.

A client is built in a folder beside its own and then swapped in. The manifest in it says what
clientsmith wrote: only that is ever replaced or deleted, and only while nobody has touched it.
What else stands in the folder, `_custom/` first of all, is carried into the new one as it is.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import stat
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Literal, cast

from . import __version__
from .diagnostics import ClientsmithError, Diagnostic, Span, error
from .paths import WINDOWS_RESERVED, shown

MANIFEST = ".clientsmith-manifest.json"
CUSTOM = "_custom"

_CUSTOM_INIT = f"{CUSTOM}/__init__.py"
_CUSTOM_TEXT = '''"""Yours: clientsmith makes this file once and never touches it again.

A public class here takes the place of the generated class of the same name.
"""
'''


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a client was made of, for its manifest."""

    fingerprint: str = ""
    documents: tuple[str, ...] = ()
    """The files of the document, the root first, relative to its folder."""


NO_INPUTS = Inputs()


@dataclass(frozen=True, slots=True)
class Manifest:
    """What clientsmith wrote into a folder: path to hash."""

    files: Mapping[str, str]
    inputs: Inputs = NO_INPUTS
    version: str = __version__

    @staticmethod
    def read(folder: Path) -> Manifest | None:
        """The manifest of a client; None where there is none.

        Raises:
            ClientsmithError: it is not a manifest (code `manifest-invalid`), or can't be read.
        """
        path = folder / MANIFEST
        try:
            text = path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as problem:
            raise _failed(folder, problem, "read") from None
        try:
            data = json.loads(text)
            inputs = Inputs(
                fingerprint=_string(data["inputs"]["fingerprint"]),
                documents=tuple(_string(name) for name in data["inputs"]["documents"]),
            )
            files = {_string(name): _string(digest) for name, digest in data["files"].items()}
            return Manifest(files, inputs, _string(data["clientsmith"]))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
            place = Span(shown(path), getattr(problem, "lineno", 1), getattr(problem, "colno", 1))
            raise ClientsmithError(
                [
                    error(
                        "manifest-invalid",
                        "the manifest does not say what clientsmith wrote",
                        place,
                        "take it back from version control, or write the client anew with --force",
                    )
                ]
            ) from None

    def dump(self) -> str:
        """JSON, sorted, a file a line, so that a diff shows the files that changed."""
        data = {
            "clientsmith": self.version,
            "inputs": {
                "documents": list(self.inputs.documents),
                "fingerprint": self.inputs.fingerprint,
            },
            "files": dict(sorted(self.files.items())),
        }
        return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


@dataclass(frozen=True, slots=True)
class WriteResult:
    """What became of a folder's files; paths inside it, sorted."""

    folder: Path
    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    overwritten: tuple[str, ...] = ()
    """Those of `written` that were not clientsmith's, or edited by hand."""
    kept: tuple[str, ...] = ()
    """Files outside of `_custom/` that clientsmith did not write, or that a person edited since."""


ChangeKind = Literal["missing", "stale", "edited", "untracked"]


@dataclass(frozen=True, slots=True)
class Change:
    """How a file on disk differs from the one that a run would write."""

    kind: ChangeKind
    path: str
    diff: str = ""
    """Unified, from the file on disk to the file as it should be."""
    is_outside: bool = False
    """Whether `path` is not one inside the client's folder: the lock of names."""


Told = Callable[[Path], None]


def write(
    folder: Path,
    files: Mapping[str, str],
    *,
    inputs: Inputs = NO_INPUTS,
    force: bool = False,
    overwriting: Told | None = None,
) -> WriteResult:
    """Make `folder` the client of these files: path inside it (posix) to text.

    `force` overwrites what a person edited or put in the way, and `overwriting` is told each such
    file before. What a person edited is never deleted: a file that is generated no longer stays.

    Raises:
        ClientsmithError: the folder is then as it was before.
    """
    _check_names(files)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _locked(folder):
            _recover(folder)
            return _write(folder, files, inputs, force, overwriting)
    except OSError as problem:
        raise _failed(folder, problem, "written") from problem


def compare(folder: Path, files: Mapping[str, str]) -> tuple[Change, ...]:
    """What a run would change in `folder`, and what in it is nobody's; empty when all is well.

    Raises:
        ClientsmithError: the folder cannot be read.
    """
    _check_names(files)
    try:
        manifest = Manifest.read(folder)
        return tuple(_changes(folder, files, manifest or Manifest({})))
    except OSError as problem:
        raise _failed(folder, problem, "read") from problem


def replace_file(path: Path, text: str) -> bool:
    """Make `path` this text in one step; False when it was already.

    Raises:
        ClientsmithError: it cannot be written (code `output-failed`), and is as it was.
    """
    content = text.encode()
    new = path.with_name(f".clientsmith-{path.name}.new")
    try:
        if path.is_file() and path.read_bytes().replace(b"\r\n", b"\n") == content:
            return False
        try:
            new.write_bytes(content)
            os.replace(new, path)
        finally:
            new.unlink(missing_ok=True)
    except OSError as problem:
        raise _failed(path, problem, "written") from problem
    return True


def is_intact(folder: Path, manifest: Manifest) -> bool:
    """Whether every file of the manifest is on disk as it was written, and no run broke off."""
    try:
        return (
            (folder / _CUSTOM_INIT).is_file()
            and not _sibling(folder, "new").exists()
            and not _sibling(folder, "old").exists()
            and all(_digest(folder / name) == digest for name, digest in manifest.files.items())
        )
    except OSError:
        return False


def _write(
    folder: Path,
    files: Mapping[str, str],
    inputs: Inputs,
    force: bool,
    overwriting: Told | None,
) -> WriteResult:
    manifest = _owned(folder, force)
    found = _scan(folder)
    plan = _plan(folder, files, found, manifest, force)
    text = Manifest({name: _hash(files[name].encode()) for name in files}, inputs).dump()
    _check_tree(folder, [*files, *plan.carried, MANIFEST, _CUSTOM_INIT])
    result = WriteResult(
        folder, plan.written, plan.unchanged, plan.deleted, plan.overwritten, plan.kept
    )
    current = folder / MANIFEST
    if (
        not (plan.written or plan.deleted)
        and _CUSTOM_INIT in found.files
        and current.is_file()
        and current.read_bytes() == text.encode()
    ):
        # The pipeline takes a manifest younger than the generator for one that it made.
        with contextlib.suppress(OSError):
            os.utime(current)
        return result
    if overwriting is not None:
        for name in plan.overwritten:
            overwriting(folder / name)
    new, old = _sibling(folder, "new"), _sibling(folder, "old")
    try:
        new.mkdir()
        if folder.is_dir():
            shutil.copymode(folder, new)
        for name in found.empty:
            (new / name).mkdir(parents=True)
        for name in (*plan.unchanged, *plan.carried):
            _carry(folder / name, new / name)
        for name in plan.written:
            _create(new / name, files[name])
        if _CUSTOM_INIT not in found.files:
            _create(new / _CUSTOM_INIT, _CUSTOM_TEXT)
        _create(new / MANIFEST, text)
        if _scan(folder) != found:
            message = f"{shown(folder)!r} changed while its new files were made"
            raise ClientsmithError([error("output-busy", message, None, "run clientsmith again")])
        _swap(folder, new, old)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    # Done, whatever becomes of what is left: the next run clears it away.
    shutil.rmtree(new, ignore_errors=True)
    return result


def _owned(folder: Path, force: bool) -> Manifest:
    """The manifest of a folder that may be written; an empty one for a folder that is new."""
    if folder.is_symlink():
        raise _refused(folder, "is a link", "name the folder that it leads to as the output")
    if not folder.exists():
        return Manifest({})
    if not folder.is_dir():
        raise _refused(folder, "is a file where the client's folder should be", "move it away")
    if os.path.lexists(folder / ".git"):
        hint = "a client has a folder of its own inside of a repository"
        raise _refused(folder, "is a git repository", hint)
    try:
        manifest = Manifest.read(folder)
    except ClientsmithError:
        if not force:
            raise
        manifest = None
    if manifest is None:
        found = _scan(folder)
        if not force and any(not _is_custom(name) for name in found.files):
            hint = (
                "name another folder, or use --force, which keeps every file that isn't in the way"
            )
            raise _refused(folder, "holds files, and clientsmith did not write them", hint)
    return manifest or Manifest({})


@dataclass(frozen=True, slots=True)
class _Found:
    """What is in a folder: each file with what shows whether it changes, and empty folders."""

    files: Mapping[str, tuple[int, ...]]
    empty: tuple[str, ...]


def _scan(folder: Path) -> _Found:
    files: dict[str, tuple[int, ...]] = {}
    empty: list[str] = []
    waiting = [""] if folder.is_dir() else []
    while waiting:
        inside = waiting.pop()
        entries = [entry for entry in os.scandir(folder / inside) if entry.name != "__pycache__"]
        # Elsewhere an empty folder is what a deleted module leaves.
        if not entries and _is_custom(inside):
            empty.append(inside)
        for entry in entries:
            name = f"{inside}/{entry.name}" if inside else entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting.append(name)
            elif name != MANIFEST:
                # Not from the entry: on Windows that holds less, and older numbers.
                status = os.stat(folder / name, follow_symlinks=False)
                files[name] = (status.st_mode, status.st_ino, status.st_size, status.st_mtime_ns)
    return _Found(files, tuple(sorted(empty)))


@dataclass(frozen=True, slots=True)
class _Plan:
    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    deleted: tuple[str, ...]
    overwritten: tuple[str, ...]
    kept: tuple[str, ...]
    custom: tuple[str, ...]

    @property
    def carried(self) -> tuple[str, ...]:
        return (*self.kept, *self.custom)


def _plan(
    folder: Path, files: Mapping[str, str], found: _Found, manifest: Manifest, force: bool
) -> _Plan:
    written = [name for name in files if name not in found.files]
    unchanged: list[str] = []
    deleted: list[str] = []
    overwritten: list[str] = []
    kept: list[str] = []
    blocked: list[Diagnostic] = []
    for name in found.files:
        if _is_custom(name):
            continue
        digest = _digest(folder / name)
        ours = name in manifest.files
        untouched = ours and digest == manifest.files[name]
        if name in files and digest == _hash(files[name].encode()):
            unchanged.append(name)
        elif name in files and untouched:
            written.append(name)
        elif untouched:
            deleted.append(name)
        elif name in files:
            overwritten.append(name)
            blocked.append(_in_the_way(folder / name, ours))
        else:
            kept.append(name)
            if ours:
                blocked.append(_in_the_way(folder / name, ours))
    if blocked and not force:
        raise ClientsmithError(blocked)
    return _Plan(
        written=tuple(sorted([*written, *overwritten])),
        unchanged=tuple(sorted(unchanged)),
        deleted=tuple(sorted(deleted)),
        overwritten=tuple(sorted(overwritten)),
        kept=tuple(sorted(kept)),
        custom=tuple(sorted(name for name in found.files if _is_custom(name))),
    )


def _in_the_way(path: Path, ours: bool) -> Diagnostic:
    if ours:
        message = f"{shown(path)!r} was edited by hand since clientsmith wrote it"
        hint = f"move the change into {CUSTOM}/ or a template, or use --force to give it up"
        return error("output-edited", message, None, hint)
    message = f"{shown(path)!r} is in the way, and clientsmith did not write it"
    return error("output-foreign", message, None, "move it away, or use --force to overwrite it")


def _changes(folder: Path, files: Mapping[str, str], manifest: Manifest) -> Iterator[Change]:
    found = _scan(folder)
    digests = {name: _hash(text.encode()) for name, text in files.items()}
    for name in sorted({*files, *found.files}):
        if _is_custom(name):
            continue
        if name not in found.files:
            yield Change("missing", name)
            continue
        digest = _digest(folder / name)
        if digests.get(name) == digest:
            continue
        kind: ChangeKind = "stale" if manifest.files.get(name) == digest else "edited"
        if name not in files and name not in manifest.files:
            yield Change("untracked", name)
        else:
            yield Change(kind, name, _diff(folder, name, files.get(name)))
    if not (folder / MANIFEST).is_file():
        yield Change("missing", MANIFEST)
    elif dict(manifest.files) != digests:
        yield Change("stale", MANIFEST)
    if _CUSTOM_INIT not in found.files:
        yield Change("missing", _CUSTOM_INIT)


def _diff(folder: Path, name: str, wanted: str | None) -> str:
    import difflib

    before = (folder / name).read_bytes().decode("utf-8", "replace").splitlines(keepends=True)
    after = (wanted or "").splitlines(keepends=True)
    to = f"{name} (generated)" if wanted is not None else "/dev/null"
    lines = difflib.unified_diff(before, after, f"{name} (on disk)", to)
    return "".join(line if line.endswith("\n") else line + "\n" for line in lines)


_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')


def _check_names(files: Iterable[str]) -> None:
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
    if _is_custom(name) or name == MANIFEST:
        return "the name is taken"
    for part in parts:
        if _FORBIDDEN.search(part) or part.endswith((".", " ")):
            return "it holds a character that not every system allows"
        if part.split(".")[0].lower() in WINDOWS_RESERVED:
            return "Windows keeps the name for a device"
        if len(part.encode()) > 255:
            return "a part of it is longer than 255 bytes"
    return ""


def _check_tree(folder: Path, names: Iterable[str]) -> None:
    """Refuse a tree with two paths that differ by case alone, or a file in place of a folder."""
    by_folded: dict[str, str] = {}
    for name in sorted(set(names)):
        other = by_folded.setdefault(name.casefold(), name)
        if other != name:
            message = f"{other!r} and {name!r} in {shown(folder)!r} differ by case alone"
            hint = "rename one of them: Windows and macOS hold them for one file"
            raise ClientsmithError([error("output-case", message, None, hint)])
    for name in by_folded.values():
        for parent in PurePosixPath(name).parents:
            if (file := by_folded.get(parent.as_posix().casefold())) is not None:
                message = f"{shown(folder / file)!r} is a file where a folder should be"
                raise ClientsmithError([error("output-foreign", message, None, "move it away")])


def _is_custom(name: str) -> bool:
    return name == CUSTOM or name.startswith(CUSTOM + "/")


def _carry(source: Path, target: Path) -> None:
    """The same file in the new folder: a second link to it, so that its time of change stays."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        # Not every file system has hard links, and none has them to everything.
        shutil.copy2(source, target, follow_symlinks=False)


def _create(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "xb") as file:
        file.write(text.encode())


def _swap(folder: Path, new: Path, old: Path) -> None:
    """Make `new` the folder; what it takes the place of then stands at `new`, to be deleted."""
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
            here, swap = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
            done = library.renameat2(here, os.fsencode(one), here, os.fsencode(other), swap)
        elif sys.platform == "darwin":
            done = library.renamex_np(os.fsencode(one), os.fsencode(other), 2)  # RENAME_SWAP
        else:
            return False
    except (OSError, AttributeError, TypeError):
        return False
    return cast("int", done) == 0


def _recover(folder: Path) -> None:
    """Clear away what a killed run left, after putting back what it took out."""
    new, old = _sibling(folder, "new"), _sibling(folder, "old")
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
    """The first file that a person wrote in the old client and that the new one lacks."""
    manifest = Manifest.read(old) or Manifest({})
    for name in sorted(_scan(old).files):
        digest = _digest(old / name)
        if manifest.files.get(name) != digest and digest != _digest(folder / name):
            return name
    return None


@contextlib.contextmanager
def _locked(folder: Path) -> Generator[None, None, None]:
    """Hold the folder for this process; the system lets go when the process ends, however it does.

    Raises:
        ClientsmithError: another run holds it (code `output-locked`).
    """
    path = _sibling(folder, "lock")
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        if not _try_lock(handle):
            os.close(handle)
            message = f"another run of clientsmith is writing {shown(folder)!r}"
            raise ClientsmithError([error("output-locked", message, None, "wait until it is done")])
        # Another run may have deleted the file between our opening and locking it.
        if path.exists() and os.path.samestat(os.fstat(handle), os.stat(path)):
            break
        os.close(handle)
    try:
        yield
    finally:
        # Windows deletes no open file, and then the empty file stays, which is harmless.
        with contextlib.suppress(OSError):
            os.unlink(path)
        os.close(handle)


if sys.platform == "win32":

    def _try_lock(handle: int) -> bool:
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def _try_lock(handle: int) -> bool:
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # Some network folders have no locks; a run there is no worse off than without us.
            return True
        return True


def _sibling(folder: Path, suffix: str) -> Path:
    return folder.with_name(f".clientsmith-{folder.name}.{suffix}")


def _digest(path: Path) -> str | None:
    """The hash of a regular file; None for anything else, and for nothing."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return None
    except (FileNotFoundError, NotADirectoryError):
        return None
    return _hash(path.read_bytes())


def _hash(content: bytes) -> str:
    # A checkout that turned the line ends is no edit.
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _refused(folder: Path, why: str, hint: str) -> ClientsmithError:
    return ClientsmithError([error("output-refused", f"{shown(folder)!r} {why}", None, hint)])


def _failed(folder: Path, problem: OSError, verb: str) -> ClientsmithError:
    reason = problem.strerror or str(problem)
    at = f" ({shown(Path(os.fsdecode(problem.filename)))})" if problem.filename else ""
    message = f"{shown(folder)!r} cannot be {verb}: {reason}{at}"
    hint = "the client is as it was before" if verb == "written" else ""
    return ClientsmithError([error("output-failed", message, None, hint)])
