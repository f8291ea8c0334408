"""Compares the client that a run makes with the one on disk, and brings its old names forward."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from ..changes import Report, Side, compare
from ..changes.approvals import approved
from ..changes.record import ClientOnDisk, Record, cause, no_report, record_of
from ..changes.released import for_target
from ..config import Target
from ..diagnostics import Diagnostic
from ..ir import Api
from .advance import advanced
from .state import OldNames, read
from .unfit import attached
from .wording import deprecating


@dataclass(frozen=True, slots=True)
class Since:
    """The client on disk, for a comparison with the new one."""

    api: Api
    """The new one, with the old names that it keeps."""
    names: OldNames
    """The old names that the new client keeps."""
    old_names: str | None
    """The text of their file; None where there is no need of one."""
    made: Callable[[], Record] | None
    """Makes the record of the new client, without causes and fingerprint; None if none is kept."""
    is_same: bool
    """Whether it was looked for, and found, that nothing has changed that a report reads."""
    report: Report | None = None
    """What changed for callers; None where that is not known."""
    notes: tuple[Diagnostic, ...] = ()


def compare_with_disk(
    target: Target,
    new: Side,
    causes: Callable[[], Mapping[str, str]],
    on_disk: ClientOnDisk,
    *,
    is_likely: bool = False,
) -> Since:
    """Compare a client with the one on disk.

    Args:
        target: The target of both.
        new: The new client.
        causes: Returns what may be the cause of a change.
        on_disk: The client on disk.
        is_likely: Whether the two are likely the same, so that it pays to look for that first.

    Raises:
        ClientsmithError: the file of old names is not valid.
    """
    if target.old_names is None:
        return Since(new.api, OldNames(), None, None, is_same=False)
    kept = read(target.old_names)
    record, notes = on_disk.record, on_disk.notes
    made = cache(lambda: record_of(new, target.document, {}, ""))
    old: Api | None = None
    report: Report | None = None
    is_same = False
    if record is not None:
        try:
            is_same = is_likely and record.facts == made().facts
            before = new if is_same else on_disk.side or new
            old = before.api
            found = compare(before, new, cause(record.causes, causes()))
            report = for_target(found, target)
        except (ValueError, LookupError) as problem:
            # Another version of clientsmith wrote it in a form that this one does not know.
            assert target.record is not None
            notes = (no_report(target.record, f"cannot be used: {problem}"),)
    step = "none" if report is None else report.step
    if record is not None and record.step is not None:
        # A run that ended before it wrote the record has counted these changes already.
        kept = replace(kept, step=min(kept.step, record.step))
    result = advanced(kept, old, new.api, step, target.aliases)
    api, result, lost = attached(new, kept, result, target.old_names)
    notes = (*notes, *lost)
    if report is not None:
        report = deprecating(report, result.names, target.aliases, result.ended)
        report, more = approved(report, target)
        notes = (*notes, *more)
    # A file that is there stays, so that git shows what went out of it.
    is_kept = result.names or target.old_names.exists()
    text = result.names.dump() if is_kept else None
    return Since(api, result.names, text, made, is_same, report, notes)
