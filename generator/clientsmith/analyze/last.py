"""The last analysis of a process, of which the next one takes over what did not change.

`clientsmith watch` analyzes a document after each change of a line, and reading all of its
operations and schemas takes most of that. An operation or a component is kept if it did not change,
and nothing that it depends on (`parts`). Where one may depend on more than its references, the
whole is read: `Last.is_of_use` says so before reading, `Last.fits` after it.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..config import Target
from ..document import Document
from ..identifiers.lock import NameLock
from .naming.members import owner_of
from .parts import Parts
from .work import Work


class Memory:
    """Keeps the last analysis of a target."""

    def __init__(self) -> None:
        self._last: Last | None = None
        self.was_valid = False
        """Whether the document of the last analysis was valid as a whole."""

    def parts(self) -> Parts | None:
        """Return the parts of the document of the last analysis."""
        return None if self._last is None else self._last.work.parts

    def last(self, document: Document, parts: Parts, target: Target, lock: NameLock) -> Last | None:
        """Return the last analysis; None where an analysis of this document has no use for it."""
        last = self._last
        is_of_use = last is not None and last.is_of_use(document, parts, target, lock)
        return last if is_of_use else None

    def forget(self) -> None:
        """Forget the last analysis, which was of a document that is not valid."""
        self._last, self.was_valid = None, False

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

    def is_of_use(self, document: Document, parts: Parts, target: Target, lock: NameLock) -> bool:
        """Return whether an analysis of a document may take over what this one read.

        It may after most changes: of texts, types, values and properties. After one of a reference,
        of the operations or of the components, the whole is read.
        """
        work = self.work
        return (
            dict(target) == dict(work.target)
            and lock == self.lock
            and document.left_out == work.document.left_out
            and parts.has_same_rest(work.parts)
            and parts.has_same_references(work.parts)
            and parts.is_whole()
        )

    def fits(self, work: Work, reached: frozenset[str]) -> bool:
        """Return whether an analysis that kept parts of this one has what one of the whole has.

        It has not if a shape was kept that no operation reaches now, or if an alias that was kept
        is now read first for another operation.
        """
        known, mine = work.schemas.known, self.work.schemas.known
        lost = self.reached - reached
        return (
            reached <= known.shapes.keys()
            and not any(work.is_kept(mine.shapes[name].pointer) for name in lost)
            and known.has_kept_makers(mine, work.is_kept)
            and known.has_kept_aliases(mine, work.is_kept)
            and self._has_named_all(work, {known.shapes[name].pointer for name in reached})
            and work.reader.documented.fits(self.work.reader.documented, work.is_kept)
        )

    def _has_named_all(self, work: Work, pointers: set[str]) -> bool:
        """Return whether each member that the lock gets belongs to a shape that is reached."""
        keys = (*work.members.fields.made(), *work.members.constants.made())
        return all(owner_of(key) in pointers for key in keys if work.is_kept(key))
