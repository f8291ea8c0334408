"""Changes of parts of values, before they are put into a report."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .flow import Flow
from .report import ChangeClass


@dataclass(frozen=True, slots=True)
class Difference:
    """A change of a part of a value."""

    kind: ChangeClass
    what: str
    path: tuple[str, ...] = ()
    """The steps to the part: a field's name, `[]` for each item, `[*]` for each other value."""
    old: str = ""
    new: str = ""
    old_pointer: str = ""
    new_pointer: str = ""


@dataclass(frozen=True, slots=True)
class At:
    """The pointers of a part in the old and in the new document."""

    old: str
    new: str

    def of(self, found: Difference) -> Difference:
        return replace(found, old_pointer=self.old, new_pointer=self.new)


@dataclass(frozen=True, slots=True)
class Pair:
    """A shape of the old client, and the one of the new client that replaces it."""

    old: str
    new: str
    flow: Flow
    is_spared: bool = False
    """Whether it is met in a union that takes the old values by another member, so that only code
    that names the class notices a change.
    """
