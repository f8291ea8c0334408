"""How a folder differs from what a run would make of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..limits import UNWATCHED, Watch
from ..paths import content_hash
from .manifest import MANIFEST, Manifest
from .ownership import NO_RUNTIME, Ownership
from .problems import failed
from .snapshot import take_snapshot
from .tree import CUSTOM_INIT, check_names, is_custom

ChangeKind = Literal["missing", "stale", "edited", "untracked", "behind"]


@dataclass(frozen=True, slots=True)
class Change:
    """How a file on disk differs from the one that a run would write."""

    kind: ChangeKind
    path: str
    diff: str = ""
    """Unified, from the file on disk to the file as it should be; for `behind`, what it lacks."""
    is_outside: bool = False
    """Whether `path` is not one inside the client's folder: the lock of names, for example."""


def compare(
    folder: Path,
    files: Mapping[str, str],
    watch: Watch = UNWATCHED,
    runtime: Mapping[str, str] = NO_RUNTIME,
) -> tuple[Change, ...]:
    """Return what a run would change in `folder`, and the files in it that are not clientsmith's.

    Raises:
        ClientsmithError: the folder cannot be read.
    """
    check_names(files)
    try:
        manifest = Manifest.read(folder)
        ownership = Ownership(folder, runtime)
        return tuple(_changes(folder, files, manifest or Manifest({}), watch, ownership))
    except OSError as problem:
        raise failed(folder, problem, "read") from problem


def _changes(
    folder: Path,
    files: Mapping[str, str],
    manifest: Manifest,
    watch: Watch,
    ownership: Ownership,
) -> Iterator[Change]:
    snapshot = take_snapshot(folder)
    found = snapshot.found
    digests = {name: content_hash(text.encode()) for name, text in files.items()}
    for name in sorted({*files, *found.files}):
        watch.check()
        if is_custom(name):
            continue
        if name not in found.files:
            yield Change("missing", name)
            continue
        digest = snapshot.digests[name]
        if digests.get(name) == digest:
            continue
        ours = manifest.files.get(name) == digest or ownership.has(name, digest)
        kind: ChangeKind = "stale" if ours else "edited"
        if name not in files and name not in manifest.files and not ours:
            yield Change("untracked", name)
        else:
            old = (folder / name).read_bytes().decode("utf-8", "replace")
            yield Change(kind, name, unified_diff(name, old, files.get(name)))
    if not (folder / MANIFEST).is_file():
        yield Change("missing", MANIFEST)
    elif dict(manifest.files) != digests:
        yield Change("stale", MANIFEST)
    if CUSTOM_INIT not in found.files:
        yield Change("missing", CUSTOM_INIT)


def unified_diff(name: str, old: str, wanted: str | None) -> str:
    """Return how a file on disk differs from the generated one; None where there is to be none."""
    import difflib

    before, after = (text.splitlines(keepends=True) for text in (old, wanted or ""))
    to = f"{name} (generated)" if wanted is not None else "/dev/null"
    lines = difflib.unified_diff(before, after, f"{name} (on disk)", to)
    return "".join(line if line.endswith("\n") else line + "\n" for line in lines)
