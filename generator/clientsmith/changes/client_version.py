"""The version of a client, from which a report counts the step that its changes ask for.

A client that is published has a version of its own, and one that is vendored alone has only that of
its document. `generate`, `check`, `diff` and `release` all count from the same one, so that what a
run reports of a client of 0.4.0 is the step that its release takes.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace

from ..config import Target
from ..output.record_file import unpack
from .report import Report


def for_target(report: Report, target: Target) -> Report:
    """Return a report whose step is that of the client of a target, by its settings."""
    are_types_minor = target.type_breaks == "minor"
    return replace(report, are_types_minor=are_types_minor, client_version=client_version(target))


def client_version(target: Target) -> str:
    """Return the version of the last release of a client, or that of its first one to come.

    It is empty for a client without a `distribution`, and where no file says it: what is wrong with
    such a file is for `release` to say.
    """
    if target.distribution is None or target.released is None:
        return ""
    try:
        if target.released.is_file():
            text = unpack(target.released.read_bytes())[1]
            return str(json.loads(text.partition("\n")[0])["released"])
        project = (target.output / "pyproject.toml").read_text(encoding="utf-8")
        return str(tomllib.loads(project)["project"]["version"])
    except (OSError, ValueError, LookupError, TypeError):
        return ""
