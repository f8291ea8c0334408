"""Apply, check and compare overlays of a file, without reading the document's other files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ...diagnostics import ClientsmithError, Diagnostic, error, warning
from ...diagnostics.counts import counted
from ...limits import UNWATCHED, USUAL, Limits
from ..files import Files
from ..plain import Plain
from ..positions import File
from ..remote import NOTHING, Allowed
from .apply import apply, extended_file
from .difference import difference
from .drift_proposal import Proposal
from .drift_records import nothing, read_records
from .overlay import overlay_of
from .writing import Form, form_of, written


def overlaid(
    document: Path, overlays: Sequence[Path], form: Form | None = None
) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text of a document after its overlays, as YAML or JSON, and the warnings.

    Raises:
        ClientsmithError: a file cannot be read, or an overlay is not valid or cannot be applied.
    """
    files = _files(document)
    file = files.read_alone(document)
    warnings: list[Diagnostic] = []
    problems: list[Diagnostic] = []
    read: list[Any] = []
    for path in overlays:
        try:
            read.append(overlay_of(files.read_alone(path)))
        except ClientsmithError as bad:
            problems.extend(bad.diagnostics)
    if problems:
        raise ClientsmithError(problems)
    for overlay in read:
        warnings += overlay.warnings
        extended = extended_file(overlay)
        if extended is not None and extended.resolve() != document.resolve():
            message = f"'extends' names '{overlay.extends}', and not '{document.as_posix()}'"
            place = overlay.file.value_span(("extends",))
            warnings.append(warning("overlay-extends", message, place, "it is applied anyway"))
        warnings += apply(file, overlay, USUAL, UNWATCHED)
    return written(file.data, form or form_of(document, file.text)), tuple(warnings)


def overlay_problems(path: Path) -> tuple[Diagnostic, ...]:
    """Return the errors and warnings of an overlay."""
    try:
        return overlay_of(_files(path).read_alone(path)).warnings
    except ClientsmithError as bad:
        return bad.diagnostics


def overlay_between(old: Path, new: Path, form: Form | None = None) -> str | None:
    """Return the text of the overlay that makes one file of another; None if they are the same.

    Raises:
        ClientsmithError: one of them cannot be read, or is no mapping.
    """
    files = [_files(path).read_alone(path) for path in (old, new)]
    first, second = map(_object, files)
    overlay = difference(first, second)
    return None if overlay is None else written(overlay, form or form_of(old, files[0].text))


def proposed(
    log: Path,
    document: Path,
    overlays: Sequence[Path] = (),
    *,
    root: Path | None = None,
    allowed: Allowed = NOTHING,
    limits: Limits = USUAL,
) -> tuple[str | None, tuple[str, ...]]:
    """Return an overlay for the drift in a file of a `DriftLog`, and what it leaves out and why.

    The overlay is for the document after its own overlays; None if no action describes anything.

    Raises:
        ClientsmithError: a file cannot be read, or the log has no drift.
    """
    from .. import read
    from ..convert import convert

    records, others = read_records(log, limits)
    if not records:
        raise nothing(log)
    raw = Files(document, root, limits, True, allowed, UNWATCHED, overlays).read_root()
    whole = read(
        document, limits=limits, lenient=True, allowed=allowed, root=root, overlays=overlays
    )
    proposal = Proposal(convert(whole), raw.data)
    proposal.add(records)
    notes = [
        f"not proposed: {each.operation} {each.pointer or '/'} {each.problem} ({each.times}): {why}"
        for each, why in proposal.unproposed
    ]
    if others:
        notes.append(f"{counted(others, 'line is', 'lines are')} not of a DriftLog")
    if not proposal.actions:
        return None, tuple(notes)
    overlay = {
        "overlay": "1.1.0",
        "info": {"title": "What the server answers beyond the document", "version": "1.0.0"},
        "actions": proposal.actions,
    }
    return written(overlay, "yaml"), tuple(notes)


def _files(path: Path) -> Files:
    return Files(path, None, USUAL, False, NOTHING, UNWATCHED)


def _object(file: File) -> dict[str, Any]:
    data: Plain = file.data
    if isinstance(data, dict):
        return data
    message = "the document has to be a mapping"
    raise ClientsmithError([error("document", message, file.span(0))])
