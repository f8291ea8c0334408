"""What programs and a report say of one pair, and how far they say the same.

A failing use and a change have to do with each other where they name the same call, or the same
model. So a report is judged twice: by pair (does anything break?) and by change (does that break?).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from clientsmith.changes import Change, ChangeClass


@dataclass(frozen=True, slots=True)
class Failure:
    """A use that fails with the new client."""

    how: str
    """`types` or `run`."""
    subject: str
    call: str
    """The call that it makes, `client.pets.list`; empty for none."""
    why: str
    users: tuple[str, ...] = ()
    """Without a call, those that have to do with the class that it names."""

    def __str__(self) -> str:
        return f"{self.how} {self.subject}: {self.why}"

    @property
    def models(self) -> set[str]:
        """The models that it is about: `models.Pet`, one that is not there any more among them."""
        lost = re.search(
            r'"(\w+)" is not a known attribute of module ".*(models|params)"', self.why
        )
        return {_owner(self.subject), f"{lost[2]}.{lost[1]}" if lost else ""} - {""}


@dataclass(frozen=True, slots=True)
class Said:
    """A change of a report."""

    kind: str
    call: str
    calls: tuple[str, ...]
    text: str

    @classmethod
    def of(cls, change: Change) -> Said:
        return cls(change.kind.value, change.call, change.calls, change.identifier)

    def __str__(self) -> str:
        return f"{self.kind}: {self.text}"

    @property
    def is_break(self) -> bool:
        return ChangeClass(self.kind).breaks

    def is_about(self, failure: Failure) -> bool:
        """Return whether a use fails that has to do with what changed."""
        if not self.call.startswith(("client.", "models.", "params.", "error.")):
            # The client itself: its name, a credential.
            return True
        called = {call_name(each) for each in (self.call, *self.calls)}
        if failure.call and failure.call in called:
            return True
        if called.intersection(failure.users):
            # The classes of a call go with it, and a class has to do with those inside of it.
            return self.text.endswith(" is gone") or self.call.startswith(("models.", "params."))
        return _owner(self.call) in failure.models

    def explains(self, failure: Failure) -> bool:
        """Return whether the change says that a use fails, and how: when it runs, or before."""
        is_enough = self.is_break and (failure.how == "types" or self.kind == "breaks-run-time")
        return is_enough and self.is_about(failure)


def call_name(text: str) -> str:
    """Return the call that a text begins with: `client.pets.list` of `client.pets.list(limit=)`."""
    found = re.match(r"client\.[\w.]+(?=\()", text)
    return found.group() if found else ""


def _owner(text: str) -> str:
    """Return the model that a text begins with: `models.Pet` of `models.Pet.name`."""
    found = re.match(r"(models|params)\.\w+", text)
    return found.group() if found else ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the oracle and the report say of one pair."""

    name: str
    place: str
    failed: tuple[Failure, ...] = ()
    changes: tuple[Said, ...] = ()
    problem: str = ""
    """Why the new document is none; then there is no report."""
    uses: int = 0
    """The uses of the old client that are valid for a type checker."""
    runs: int = 0
    """Those of them that run with the old client."""

    @property
    def is_break(self) -> bool:
        return bool(self.failed)

    @property
    def is_reported(self) -> bool:
        return bool(self.breaks)

    @property
    def breaks(self) -> list[Said]:
        """The changes that the report calls breaks."""
        return [each for each in self.changes if each.is_break]

    @property
    def missed(self) -> list[Failure]:
        """The uses that fail without a change that says so."""
        breaks = self.breaks
        return [each for each in self.failed if not any(one.explains(each) for one in breaks)]

    @property
    def unmet(self) -> list[Said]:
        """The breaks of the report that no use meets."""
        return [each for each in self.breaks if not any(map(each.is_about, self.failed))]

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Verdict:
        return cls(
            data["name"],
            data["place"],
            tuple(
                Failure(**{**each, "users": tuple(each.get("users", ()))})
                for each in data["failed"]
            ),
            tuple(Said(**{**each, "calls": tuple(each["calls"])}) for each in data["changes"]),
            data["problem"],
            data.get("uses", 0),
            data.get("runs", 0),
        )


def figures(verdicts: Sequence[Verdict]) -> str:
    """Return the recall and the precision of the reports, by pair and by change."""
    judged = [each for each in verdicts if not each.problem]
    breaks = [each for each in judged if each.is_break]
    reported = [each for each in judged if each.is_reported]
    both = [each for each in breaks if each.is_reported]
    failed, missed = (
        sum(len(each) for each in found) for found in _parts(judged, "failed", "missed")
    )
    said, unmet = (sum(len(each) for each in found) for found in _parts(judged, "breaks", "unmet"))
    return (
        f"{len(judged)} pairs, {len(breaks)} break a program: {len(both)} of these are reported;"
        f" {len(reported)} are reported: {len(both)} of these break one"
        f" ({len(verdicts) - len(judged)} are no valid documents);"
        f" {failed} uses fail: {failed - missed} of these are in the report as such;"
        f" {said} changes break: {said - unmet} of these fail in a use"
    )


def _parts(verdicts: Sequence[Verdict], *names: str) -> list[list[Sequence[Any]]]:
    return [[getattr(each, name) for each in verdicts] for name in names]


def programs(verdicts: Sequence[Verdict]) -> str:
    """Return how many uses there are of an old client, and how many of them run with it."""
    first = next((each for each in verdicts if each.uses), Verdict("", ""))
    return f"{first.uses} uses of the old client, of which {first.runs} run"


def described(verdict: Verdict, most: int = 3) -> list[str]:
    """Return what programs and report do not both say of a pair; nothing where they agree."""
    missed, unmet = verdict.missed, verdict.unmet
    lines = [f"    not in the report: {each!s:.250}" for each in missed[:most]]
    lines += [f"    (and {len(missed) - most} more)"] if len(missed) > most else []
    lines += [f"    fails in no use: {each!s:.250}" for each in unmet[:most]]
    lines += [f"    (and {len(unmet) - most} more)"] if len(unmet) > most else []
    return [f"  {verdict.name} at {verdict.place}", *lines] if lines else []
