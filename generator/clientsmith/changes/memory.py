"""Keeps the last client of a process in memory, so that its next run reads no record from disk.

`clientsmith watch` does this. Writing the record, which runs of other processes read, takes as long
as the rest of a run in which little has changed: it is written once the user sees the report.
"""

from __future__ import annotations

from collections.abc import Callable

from ..build.kept import Kept
from ..build.validator import Validator
from ..config import Target
from ..output import replace_file
from ..output.record_file import read_fingerprint
from .compare import Side
from .record import ClientOnDisk, Record


class Memory:
    """The last client of a target and its analysis, and its record until that is written."""

    def __init__(self, validator: Validator | None = None) -> None:
        self.kept = Kept(validator)
        self._known: tuple[Record, Side] | None = None
        self._waiting: tuple[Target, Callable[[], Record]] | None = None

    def on_disk(self, target: Target) -> ClientOnDisk:
        """Return the client on disk, from memory if its record is still the one that was kept."""
        self.save()
        known = self._known
        if known is None or target.record is None:
            return ClientOnDisk(target)
        is_last = read_fingerprint(target.record) == known[0].fingerprint
        return ClientOnDisk(target, known if is_last else None)

    def keep(self, target: Target, side: Side, head: Record, made: Callable[[], Record]) -> None:
        """Keep a client that was written.

        Args:
            target: The target of the client.
            side: The client, for the next comparison.
            head: Its record without places and facts.
            made: Makes these, when the record is saved.
        """
        self._known = head, side
        self._waiting = target, lambda: head.of(made())

    def save(self) -> None:
        """Write the record that is not written yet.

        Raises:
            ClientsmithError: it cannot be written.
        """
        if self._waiting is None:
            return
        (target, made), self._waiting = self._waiting, None
        if target.record is not None:
            replace_file(target.record, made().dump())
