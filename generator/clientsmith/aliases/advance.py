"""Brings the old names of a client forward by one run.

Old names go by steps of the client's version and not by dates or commits, so that the same files
give the same client: a run counts one step if the changes ask for a minor or a major one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..changes.report import Step
from ..ir import Api
from .names import Found, Names, compare_names
from .state import SECTIONS, OldName, OldNames, Section, owner_and_name, version_text

_COUNTED = ("minor", "major")
_OWNERS = {
    "arguments": "calls",
    "fields": "classes",
    "constants": "classes",
    "options": "classes",
}
"""The section that has the owners of the names of another one."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A deprecated name that no longer works."""

    section: str
    name: str
    use: str
    is_taken: bool
    """Whether it is the name of something else now."""


@dataclass(frozen=True, slots=True)
class Advanced:
    """The old names of a client, and those that worked until now and no longer do."""

    names: OldNames
    ended: tuple[Ended, ...] = ()


def advanced(kept: OldNames, old: Api | None, new: Api, step: Step, limit: int) -> Advanced:
    """Return the old names of the client `new`.

    `kept` are the old names of the client `old`, and `step` is what its changes ask for. A name is
    deprecated for `limit` steps, and then an error for as many; after that, nothing is known of it.
    What took the name of another is not disturbed by it.
    """
    found = compare_names(old, new)
    now = kept.step + (step in _COUNTED)
    since = version_text(new.version)
    followed = {
        section: dict(_followed(section, entries, found))
        for section, entries in kept.sections().items()
    }
    sections: dict[str, Section] = {
        section: _section(followed[section], found.section(section), now, limit, since)
        for section in SECTIONS
    }
    names = OldNames(**sections, step=now)
    ended = tuple(
        Ended(section, name, entry.use, name in found.section(section).present)
        for section, entries in followed.items()
        for name, entry in entries.items()
        if not entry.is_removed
        and ((left := sections[section].get(name)) is None or left.is_removed)
    )
    return Advanced(names if names else OldNames(), ended)


def _followed(section: str, entries: Section, found: Found) -> Iterator[tuple[str, OldName]]:
    """Yield entries under the names that their owners have now, without those of lost owners."""
    owners = found.section(_OWNERS[section]) if section in _OWNERS else Names()
    for name, entry in entries.items():
        owner, last = owner_and_name(section, name)
        if owner in owners.gone:
            continue
        now = owners.renamed.get(owner, owner)
        use = entry.use
        if now != owner and use:
            use = _joined(section, now, owner_and_name(section, use)[1])
        use = found.section(section).renamed.get(use, use)
        yield (name if now == owner else _joined(section, now, last)), replace(entry, use=use)


def _joined(section: str, owner: str, name: str) -> str:
    is_argument = section in ("arguments", "options")
    return f"{owner}({name})" if is_argument else f"{owner}.{name}"


def _section(entries: Section, names: Names, now: int, limit: int, since: str) -> Section:
    """Return a section as it is after a step; empty where no old name is to be kept."""
    if limit == 0:
        return {}
    result: dict[str, OldName] = {}
    for name, use in names.renamed.items():
        result[name] = OldName(use, since, now)
    for name, use in names.gone.items():
        result[name] = OldName(use, since, now, is_removed=True, is_guess=bool(use))
    for name, entry in entries.items():
        if name in names.present or name in result:
            continue
        is_over = now - entry.step >= limit
        if entry.is_removed:
            if not is_over:
                result[name] = entry
        elif entry.use not in names.present:
            use = names.gone.get(entry.use, "")
            result[name] = OldName(use, since, now, is_removed=True, is_guess=bool(use))
        else:
            result[name] = OldName(entry.use, since, now, is_removed=True) if is_over else entry
    return result
