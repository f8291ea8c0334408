"""What a report says of old names: that they still work, or that they no longer do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..changes.report import Change, ChangeClass, Report
from .advance import Ended
from .state import OldNames, owner_and_name

_RENAMED = "has another name"
_ORDER = {kind: at for at, kind in enumerate(ChangeClass)}


def as_written(section: str, name: str) -> str:
    """Return a name as the user of a client writes it: `pets.rehome()`, `pets.rehome(home=)`."""
    match section:
        case "calls":
            return f"{name}()"
        case "arguments":
            call, argument = owner_and_name(section, name)
            return f"{call}({argument}=)"
        case _:
            return name


def _subject(section: str, name: str) -> str:
    """Return a name as a report has it, which writes a call with its client."""
    client = "client." if section in ("calls", "arguments") else ""
    return f"{client}{as_written(section, name)}"


def deprecating(report: Report, names: OldNames, limit: int, ended: Iterable[Ended] = ()) -> Report:
    """Return a report in which a new name is no break while the old one still works.

    Such a change adds a name, which asks for a minor step; the break is reported with the step in
    which the old name ends. `limit` is the number of steps for which an old name works.
    """
    working = {
        _subject(section, name): limit - (names.step - entry.step)
        for section, entries in names.sections().items()
        for name, entry in entries.items()
        if not entry.is_removed
    }
    changes = [_softened(change, working.get(change.call, 0)) for change in report.changes]
    changes += map(_end, ended)
    changes.sort(key=lambda each: (_ORDER[each.kind], each.call, each.what, each.old, each.new))
    return replace(report, changes=tuple(changes))


def _softened(change: Change, left: int) -> Change:
    if left <= 0 or change.what != _RENAMED:
        return change
    steps = f"{left} more minor step{'s' if left > 1 else ''}"
    what = f"{_RENAMED}; the old one is deprecated, and works for {steps}"
    return replace(change, kind=ChangeClass.ADDS, what=what)


def _end(ended: Ended) -> Change:
    old, new = (_subject(ended.section, name) for name in (ended.name, ended.use))
    became = "is something else now" if ended.is_taken else "is gone"
    what = f"was deprecated, and {became}"
    return Change(ChangeClass.RUN_TIME, old, what, old, new)
