"""The sentences of a report about old names: that they still work, or no longer do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..changes.clients import OTHER_VARIABLE
from ..changes.report import Change, ChangeClass, Report
from ..diagnostics.counts import counted
from .advance import Ended
from .state import OldNames, owner_and_name

_LOST = ("has another name", "is gone", "is no argument any more")
"""What a comparison says of a name that is no more."""
_WITH_NEWS = ("arguments", "fields", "options")
"""The sections whose names a comparison reports as new, where they are."""
_TYPED = ("arguments", "options")
"""Those whose old names type checkers do not know."""
_ORDER = {kind: at for at, kind in enumerate(ChangeClass)}


def as_written(section: str, name: str) -> str:
    """Return a name as the user of a client writes it: `pets.rehome()`, `pets.rehome(home=)`."""
    match section:
        case "calls":
            return f"{name}()"
        case "arguments" | "options":
            owner, argument = owner_and_name(section, name)
            return f"{owner}({argument}=)"
        case _:
            return name


def _subject(section: str, name: str) -> str:
    """Return a name as a report has it, which writes a call with its client."""
    client = "client." if section in ("calls", "arguments") else ""
    return f"{client}{as_written(section, name)}"


def deprecating(report: Report, names: OldNames, limit: int, ended: Iterable[Ended] = ()) -> Report:
    """Return a report in which a new name is no break at run time while the old one still works.

    Such a change adds a name, which asks for a minor step; the break is reported with the step in
    which the old name ends. An old name of an argument still breaks type-checking. `limit` is the
    number of steps for which an old name works.
    """
    working: dict[str, _Working] = {}
    for section, entries in names.sections().items():
        for name, entry in entries.items():
            if not entry.is_removed:
                left = limit - (names.step - entry.step)
                now = _Working(section, _subject(section, entry.use), left)
                working |= {_subject(section, each): now for each in _spellings(names, name)}
    renamed = {each.now for each in working.values() if each.section in _WITH_NEWS}
    changes = [
        _softened(change, working.get(_lost(change)))
        for change in report.changes
        # It takes the place of an old one, and so is not new.
        if not (change.call in renamed and change.what.startswith("is a new"))
    ]
    changes += map(_end, ended)
    changes.sort(key=lambda each: (_ORDER[each.kind], each.call, each.what, each.old, each.new))
    return replace(report, changes=tuple(changes))


@dataclass(frozen=True, slots=True)
class _Working:
    """An old name that still works: what it is now, and for how many steps."""

    section: str
    now: str
    left: int


def _spellings(names: OldNames, name: str) -> Iterator[str]:
    """Yield an old name, also behind the old names of its owner, as the old client had it."""
    yield name
    for owners in (names.calls, names.classes):
        for old, entry in owners.items():
            if name.startswith((f"{entry.use}(", f"{entry.use}.")) and entry.use:
                yield old + name.removeprefix(entry.use)


def _lost(change: Change) -> str:
    """Return the name that a change says is no more; empty for another change."""
    if change.what == OTHER_VARIABLE:
        return change.old
    return change.call if change.what in _LOST else ""


def _softened(change: Change, working: _Working | None) -> Change:
    if working is None:
        return change
    steps = counted(working.left, "more minor step")
    still = f"; the old one is deprecated, and works for {steps}"
    if working.section == "variables":
        return replace(change, kind=ChangeClass.ADDS, what=f"{change.what}{still}")
    kind = ChangeClass.TYPES if working.section in _TYPED else ChangeClass.ADDS
    what = f"has another name{still}"
    return replace(change, kind=kind, what=what, old=change.call, new=working.now)


def _end(ended: Ended) -> Change:
    old, new = (_subject(ended.section, name) for name in (ended.name, ended.use))
    became = "is something else now" if ended.is_taken else "is gone"
    what = f"was deprecated, and {became}"
    return Change(ChangeClass.RUN_TIME, old, what, old, new)
