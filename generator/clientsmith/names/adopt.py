"""Moves a client over to the rules of names that new clients have."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from .. import pipeline
from ..config import Target
from ..identifiers.lock import NameLock
from ..identifiers.rules import NameRules
from ..output import replace_file

Generate = Callable[[Target], pipeline.Outcome]
"""Generates the client of a target, or only reports what that would change."""


def adopted(lock: NameLock) -> NameLock:
    """Return a lock without the names that rules chose, and with the rules of new clients.

    Names of credentials, arguments and constants are left: no rule that changed chooses them.
    """
    return replace(lock, rules=NameRules(), operations={}, types={}, fields={})


def adopt(target: Target, lock: Path, generate: Generate) -> pipeline.Outcome:
    """Generate the client of a target with the names that a new client would have.

    The configuration's own names and rules stay. On any failure the lock, at the path `lock`, is
    as it was.

    Raises:
        ClientsmithError: the lock is not valid, or the client cannot be generated.
    """
    text = adopted(NameLock.read(lock)).dump()
    before = lock.read_bytes() if lock.exists() else None
    try:
        replace_file(lock, text)
        return generate(target)
    except BaseException:
        if before is None:
            lock.unlink(missing_ok=True)
        elif lock.read_bytes() != before:
            lock.write_bytes(before)
        raise


def adopt_dry(target: Target, lock: Path, generate: Generate) -> pipeline.Outcome:
    """Return what `adopt` would do, of which nothing is written."""
    with TemporaryDirectory(prefix="clientsmith-") as folder:
        for path in (lock, target.record, target.old_names):
            if path is not None and path.exists():
                shutil.copy(path, folder)
        copy = Path(folder, lock.name)
        return adopt(target.model_copy(update={"lock": copy}), copy, generate)
