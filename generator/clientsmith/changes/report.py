"""What a report consists of: changes, each with a class, and the version step that they ask for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from ..diagnostics import Span, printable


class ChangeClass(Enum):
    """What a change means for a program that calls the client, the most harmful first."""

    RUN_TIME = "breaks-run-time"
    TYPES = "breaks-types"
    SENT = "changes-what-is-sent"
    ADDS = "adds"
    DOCS = "docs"

    @property
    def meaning(self) -> str:
        """The class in a sentence for people."""
        return _MEANINGS[self]

    @property
    def breaks(self) -> bool:
        """Whether programs that worked fail, when they run or when they are type-checked."""
        return self in (ChangeClass.RUN_TIME, ChangeClass.TYPES)


_MEANINGS = {
    ChangeClass.RUN_TIME: "Breaks at run time",
    ChangeClass.TYPES: "Breaks type-checking only",
    ChangeClass.SENT: "Changes what is sent",
    ChangeClass.ADDS: "Adds",
    ChangeClass.DOCS: "Documentation",
}
Step = Literal["major", "minor", "patch", "none"]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two clients, as a caller notices it."""

    kind: ChangeClass
    call: str
    """What the caller writes: `client.pets.create(name=)`, `models.Pet.name`, `Acme(token=)`."""
    what: str
    """The difference in words, without the subject: `is required`."""
    old: str = ""
    """The old value, as Python has it; empty where there was none."""
    new: str = ""
    old_place: Span | None = None
    new_place: Span | None = None
    calls: tuple[str, ...] = ()
    """The calls that a change of a model or of an error concerns."""
    confidence: float = 1.0
    """How sure it is that two parts with different names are the same: 1 for a fact."""
    resource: str = ""
    """The resource of the call; empty for what belongs to several."""

    accepted: str = ""
    """Why the change is meant, as the configuration says."""

    @property
    def identifier(self) -> str:
        """The change as a sentence, which names it in approvals.

        `client.pets.list(limit=) takes fewer values: 0..9 → 0..5`
        """
        values = " → ".join(each for each in (self.old, self.new) if each)
        return printable(f"{self.call} {self.what}{f': {values}' if values else ''}")


@dataclass(frozen=True, slots=True)
class Report:
    """What changed between two clients, the most harmful first."""

    package: str
    old_version: str
    """The `info.version` of the old document."""
    new_version: str
    changes: tuple[Change, ...]
    are_types_minor: bool = False
    """Whether what breaks type-checking alone asks for no more than a minor step."""
    client_version: str = ""
    """The version of a client that is published; empty for one that has only the document's."""
    cause: str = "document"
    """What differs between the two runs: `document`, `configuration`, `templates`, `clientsmith`;
    several are joined by ` or `.
    """

    @property
    def step(self) -> Step:
        """The step of the client's version that the changes ask for (Semantic Versioning 2.0.0).

        A break is major, what is sent or added minor, documentation a patch. Below 1.0 a break is
        minor, and all else a patch. That is the client's version, where it has one of its own.
        """
        kinds = {change.kind for change in self.changes}
        if not kinds:
            return "none"
        version = self.client_version or self.old_version
        is_early = version.removeprefix("v").startswith("0.")
        is_break = ChangeClass.RUN_TIME in kinds
        if is_break or (ChangeClass.TYPES in kinds and not self.are_types_minor):
            return "minor" if is_early else "major"
        if kinds & {ChangeClass.TYPES, ChangeClass.SENT, ChangeClass.ADDS}:
            return "patch" if is_early else "minor"
        return "patch"

    def of(self, kind: ChangeClass) -> tuple[Change, ...]:
        """Return the changes of one class."""
        return tuple(change for change in self.changes if change.kind is kind)
