"""The last analysis of a process, of which the next one takes over what did not change.

`clientsmith watch` analyzes a document after each change of a line, and reading all of its
operations and schemas takes most of that. What is read depends on the parts of the document alone
(`parts`) and on names, which the lock keeps. So the result is that of an analysis of the whole:
`Last.fits` finds the few states where it would not be, and then the whole is read.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..config import Target
from ..document import Document
from ..identifiers.lock import NameLock
from .parts import Parts
from .work import Work


class Memory:
    """Keeps the last analysis of a target."""

    def __init__(self) -> None:
        self._last: Last | None = None
        self.was_valid = False
        """Whether the document of the last analysis was valid as a whole."""

    def last(self, document: Document, target: Target, lock: NameLock) -> Last | None:
        """Return the last analysis; None where an analysis of this document has no use for it."""
        last = self._last
        return last if last is not None and last.is_of_use(document, target, lock) else None

    def keep(self, last: Last) -> None:
        """Keep an analysis for the next one."""
        self._last = last


@dataclass(frozen=True, slots=True)
class Last:
    """The last analysis of a process, for the next one."""

    work: Work
    lock: NameLock
    """The names that it gave, under the rules of its target."""
    reached: frozenset[str]
    """The names of the shapes that its operations and payloads reach."""

    def is_of_use(self, document: Document, target: Target, lock: NameLock) -> bool:
        """Return whether an analysis of a document may take over what this one read."""
        work = self.work
        return (
            dict(target) == dict(work.target)
            and lock == self.lock
            and document.left_out == work.document.left_out
            and Parts(document.data).has_same_rest(work.parts)
        )

    def fits(self, work: Work, reached: frozenset[str]) -> bool:
        """Return whether a state is that of an analysis which took nothing over from this one.

        It is not where something was kept that nothing reaches any more, or that belongs to another
        reader now.
        """
        known, mine = work.schemas.known, self.work.schemas.known
        lost = self.reached - reached
        return (
            reached <= known.shapes.keys()
            and not any(work.is_kept(mine.shapes[name].pointer) for name in lost)
            and known.has_kept_makers(mine, work.is_kept)
            and work.reader.documented.fits(self.work.reader.documented, work.is_kept)
        )
