"""The last release of a client, and the version from which a report counts its step.

A release keeps a copy of `names.record` as `names.released`, beside the lock. A client that is
published has a version of its own, and one that is vendored alone has only that of its document.
`generate`, `check`, `diff` and `release` all count from the same one, so that what a run reports of
a client of 0.4.0 is the step that its release takes.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..config import Target
from ..diagnostics import ClientsmithError, error
from ..output.record_file import unpack
from ..paths import shown
from .record import Record, parse_record
from .report import Report


@dataclass(frozen=True, slots=True)
class Release:
    """The last release of a client."""

    version: str
    record: Record
    deprecated: Mapping[str, Mapping[str, str]]
    """The old names that worked, by their section, each with the name that took its place."""


def last_release(target: Target) -> Release | None:
    """Return the last release of a target; None before the first.

    Raises:
        ClientsmithError: the file that keeps it cannot be used.
    """
    path = target.released
    if path is None:
        return None
    try:
        fingerprint, text = unpack(path.read_bytes())
        data = json.loads(text.partition("\n")[0])
        return Release(
            str(data["released"]), parse_record(fingerprint, text), dict(data["deprecated"])
        )
    except FileNotFoundError:
        return None
    except (OSError, ValueError, LookupError, TypeError) as problem:
        message = f"{shown(path)!r} cannot be used: {problem}"
        hint = "take it back from version control"
        raise ClientsmithError([error("release-record", message, None, hint)]) from None


def for_target(report: Report, target: Target) -> Report:
    """Return a report whose step is that of the client of a target, by its settings."""
    are_types_minor = target.type_breaks == "minor"
    return replace(report, are_types_minor=are_types_minor, client_version=client_version(target))


def client_version(target: Target) -> str:
    """Return the version of the last release of a client, or that of its first one to come.

    It is empty for a client without a `distribution`, and where no file says it: what is wrong with
    such a file is for `release` to say.
    """
    if target.distribution is None:
        return ""
    try:
        if (release := last_release(target)) is not None:
            return release.version
        project = (target.output / "pyproject.toml").read_text(encoding="utf-8")
        return str(tomllib.loads(project)["project"]["version"])
    except (OSError, ValueError, LookupError, TypeError, ClientsmithError):
        return ""
