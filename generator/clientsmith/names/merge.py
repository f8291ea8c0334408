"""Mends a lock of names that a git merge left in conflict."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ..aliases import read_old_names
from ..changes.git import unmerged
from ..diagnostics import ClientsmithError, Span, error
from ..identifiers.conflicts import Key, Sides, Twice, has_conflicts, merged, sides_in, sides_of
from ..identifiers.lock import parse_lock
from ..output import MANIFEST, replace_file
from ..paths import near

_STEP = ("", "step")


@dataclass(frozen=True, slots=True)
class Merge:
    """A lock of names that is merged, and not yet written."""

    text: str
    sides: Sides
    decided: tuple[Key, ...]
    """What had two names."""
    twice: tuple[Twice, ...]
    """Names that each side gave to something else."""


def merge_lock(path: Path, *, is_theirs: bool = False) -> Merge | None:
    """Return the merged lock of a file; None for one that is not in conflict.

    `is_theirs` takes their name, not ours, where one thing has two.

    Raises:
        ClientsmithError: the file or a side is no lock (code `lock-invalid`).
    """
    try:
        sides = _sides(path)
        return sides and _merge(sides, is_theirs)
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as problem:
        raise _invalid(path, problem) from None


def merge_old_names(path: Path, *, is_theirs: bool = False) -> str | None:
    """Return the merged text of the file of old names; None where it is not in conflict.

    It has the old names of both sides, and the higher number of steps.

    Raises:
        ClientsmithError: the file or a side is none of old names.
    """
    try:
        if (sides := _sides(path)) is None:
            return None
        known = (sides.ours.names, sides.theirs.names)
        steps = [names[_STEP].name for names in known if _STEP in names]
        if not all(isinstance(step, int) for step in steps):
            raise ValueError("a 'step' is no number")
    except (OSError, ValueError, RecursionError) as problem:
        raise _invalid(path, problem) from None
    data: dict[str, Any] = {"step": max(steps, default=0)}
    for key in sorted({key for names in known for key in names} - {_STEP}):
        data.setdefault(key[0], {})[key[1]] = sides.name(key, is_theirs=is_theirs)
    with TemporaryDirectory(prefix="clientsmith-") as folder:
        copy = Path(folder, path.name)
        copy.write_text(json.dumps(data), encoding="utf-8")
        try:
            return read_old_names(copy).dump()
        except ClientsmithError as problem:
            # Its place is in the copy, which is gone by then.
            raise _invalid(path, ValueError(problem.diagnostics[0].message)) from None


def _sides(path: Path) -> Sides | None:
    """Return both sides of a file in conflict; None for one that is not in conflict.

    They are those of the markers in the file, else those of git's index where the file is unmerged
    there.
    """
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    if has_conflicts(text):
        return sides_in(text)
    stages = unmerged(path)
    return sides_of(stages.get(2, ""), stages.get(3, ""), stages.get(1)) if stages else None


def has_client_conflict(package: Path) -> bool:
    """Return whether a merge of git left the client in a folder in conflict as well."""
    manifest = package / MANIFEST
    try:
        return has_conflicts(manifest.read_text(encoding="utf-8")) or bool(unmerged(manifest))
    except (OSError, ValueError):
        return False


def merge_files(base: Path, ours: Path, theirs: Path) -> bool:
    """Merge three files as a merge driver of git does, into `ours`; return whether all was clear.

    Where one thing has two names, or two things one, the file has the usual markers, with which
    `clientsmith names merge` goes on.

    Raises:
        ClientsmithError: a file is no lock (code `lock-invalid`).
    """
    try:
        texts = [path.read_text(encoding="utf-8") for path in (ours, theirs, base)]
        merge = _merge(sides_of(*texts), is_theirs=False)
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as problem:
        raise _invalid(ours, problem) from None
    if not merge.decided and not merge.twice:
        replace_file(ours, merge.text)
        return True
    labels = [option for label in ("ours", "base", "theirs") for option in ("-L", label)]
    command = ["git", "merge-file", *labels, "--", str(ours), str(base), str(theirs)]
    try:
        subprocess.run(command, check=False, capture_output=True)
    except OSError as problem:
        raise _invalid(ours, problem) from None
    return False


def _merge(sides: Sides, is_theirs: bool) -> Merge:
    data, twice = merged(sides, is_theirs=is_theirs)
    data = {"operations": {}, "types": {}, **data}
    lock = parse_lock(json.dumps(data))
    return Merge(lock.dump(), sides, tuple(sides.differing()), tuple(twice))


def _invalid(path: Path, problem: Exception) -> ClientsmithError:
    message = f"{path.name!r} cannot be merged ({problem})"
    hint = "take one side with `git checkout --ours` or `--theirs`, then run `clientsmith generate`"
    place = Span(near(path).as_posix(), getattr(problem, "lineno", 1), 1)
    return ClientsmithError([error("lock-invalid", message, place, hint)])
