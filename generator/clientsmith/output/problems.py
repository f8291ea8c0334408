"""The errors for a folder that cannot be written."""

from __future__ import annotations

import os
from pathlib import Path

from ..diagnostics import ClientsmithError, error
from ..paths import shown


def refused(folder: Path, why: str, hint: str) -> ClientsmithError:
    return ClientsmithError([error("output-refused", f"{shown(folder)!r} {why}", None, hint)])


def failed(folder: Path, problem: OSError, verb: str) -> ClientsmithError:
    reason = problem.strerror or str(problem)
    at = f" ({shown(Path(os.fsdecode(problem.filename)))})" if problem.filename else ""
    message = f"{shown(folder)!r} cannot be {verb}: {reason}{at}"
    hint = "the client is as it was before" if verb == "written" else ""
    return ClientsmithError([error("output-failed", message, None, hint)])
