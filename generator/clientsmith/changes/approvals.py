"""Marks the changes of a report that a project has accepted."""

from __future__ import annotations

import re
from dataclasses import replace

from ..config import Target
from ..diagnostics import Diagnostic, did_you_mean, warning
from .released import for_target
from .report import Report


def approved(report: Report, target: Target) -> tuple[Report, tuple[Diagnostic, ...]]:
    """Return the report with the reason of each accepted change, by the settings of a target.

    There is a warning for what was accepted until an earlier version, and for what did not change.
    """
    report = for_target(report, target)
    notes: list[Diagnostic] = []
    reasons: dict[str, str] = {}
    known = [change.identifier for change in report.changes]
    for identifier, accepted in target.accepted.items():
        place = target.span("accepted", identifier)
        if identifier not in known:
            message = f"{identifier!r} is accepted, and is no change of this report"
            hint = did_you_mean(identifier, known) or "remove it once it is done"
            notes.append(warning("accepted-unknown", message, place, hint))
        elif accepted.until is not None and _reaches(report.new_version, accepted.until):
            message = (
                f"{identifier!r} was accepted until {accepted.until}, and the document's version is"
                f" {report.new_version}"
            )
            hint = "accept it until a later version, or undo the change"
            notes.append(warning("accepted-expired", message, place, hint))
        else:
            reasons[identifier] = accepted.reason
    if not reasons:
        return report, tuple(notes)
    changes = tuple(
        replace(change, accepted=reasons.get(change.identifier, "")) for change in report.changes
    )
    return replace(report, changes=changes), tuple(notes)


def _reaches(version: str, limit: str) -> bool:
    """Return whether a version is a limit, or a later one: `2.0.0-rc1` and `v2.1` reach `2`."""
    numbers = [[int(digits) for digits in re.findall(r"\d+", text)] for text in (version, limit)]
    if not all(numbers):
        return version == limit
    length = max(map(len, numbers))
    padded = [found + [0] * (length - len(found)) for found in numbers]
    return padded[0] >= padded[1]
