"""The files of a folder that a run writes, deletes and keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics import ClientsmithError, Diagnostic, error
from ..paths import shown
from .manifest import Manifest
from .ownership import Ownership
from .snapshot import Snapshot
from .tree import CUSTOM, is_custom


@dataclass(frozen=True, slots=True)
class Plan:
    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    deleted: tuple[str, ...]
    overwritten: tuple[str, ...]
    kept: tuple[str, ...]
    custom: tuple[str, ...]

    @property
    def carried(self) -> tuple[str, ...]:
        return (*self.kept, *self.custom)


def planned(
    folder: Path,
    digests: Mapping[str, str],
    snapshot: Snapshot,
    manifest: Manifest,
    force: bool,
    ownership: Ownership,
) -> Plan:
    """Return what a run does with each file of a client.

    A file that an earlier run wrote is replaced, or deleted if the client no longer has it. If a
    person edited it since, it stops the run, unless `force`. A `notes.txt` that no run wrote stays.

    Raises:
        ClientsmithError: files that a person edited are in the way.
    """
    files = snapshot.found.files
    written = [name for name in digests if name not in files]
    unchanged: list[str] = []
    deleted: list[str] = []
    overwritten: list[str] = []
    kept: list[str] = []
    blocked: list[Diagnostic] = []
    for name, digest in snapshot.digests.items():
        ours = name in manifest.files
        untouched = (ours and digest == manifest.files[name]) or ownership.has(name, digest)
        if name in digests and digest == digests[name]:
            unchanged.append(name)
        elif name in digests and untouched:
            written.append(name)
        elif untouched:
            deleted.append(name)
        elif name in digests:
            overwritten.append(name)
            blocked.append(_in_the_way(folder / name, ours))
        else:
            kept.append(name)
            if ours:
                blocked.append(_in_the_way(folder / name, ours))
    if blocked and not force:
        raise ClientsmithError(blocked)
    return Plan(
        written=tuple(sorted([*written, *overwritten])),
        unchanged=tuple(sorted(unchanged)),
        deleted=tuple(sorted(deleted)),
        overwritten=tuple(sorted(overwritten)),
        kept=tuple(sorted(kept)),
        custom=tuple(sorted(name for name in files if is_custom(name))),
    )


def _in_the_way(path: Path, ours: bool) -> Diagnostic:
    if ours:
        message = f"{shown(path)!r} was edited by hand since clientsmith wrote it"
        hint = f"move the change into {CUSTOM}/ or a template, or use --force to give it up"
        return error("output-edited", message, None, hint)
    message = f"{shown(path)!r} is in the way, and clientsmith did not write it"
    return error("output-foreign", message, None, "move it away, or use --force to overwrite it")
