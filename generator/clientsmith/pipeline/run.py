"""The stages in a row: a document in, a client on disk out.

The stages are imported where they run. Together they take longer to import than a run that finds
nothing to do may last.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from .. import output
from ..build.fingerprint import (
    Toolchain,
    lock_text,
    old_names_text,
)
from ..build.stages import Progress, Stages
from ..config import Target
from ..diagnostics import ClientsmithError, Diagnostic
from ..limits import Limits
from ..paths import near, shown
from .current import is_current
from .making import Client, compared, printed

if TYPE_CHECKING:
    from ..analyze.tally import Tally
    from ..cache import Cache
    from ..changes import Report
    from ..changes.memory import Memory
    from ..distribution.project import Written
    from ..document import Allowed, Fetch, Fetched
    from ..emit.artifacts import Emitter


_Content = TypeVar("_Content", str, bytes)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of a run for a target; `result` is None when there was nothing to do."""

    target: Target
    result: output.WriteResult | None
    tally: Tally | None = None
    warnings: tuple[Diagnostic, ...] = ()
    paginated: tuple[str, ...] = ()
    """As in `Client`."""
    report: Report | None = None
    """What changed for callers since the client on disk was made; None where that is not known."""
    is_written: bool = True
    """Whether the `result` happened; otherwise it is what a run would do."""
    in_project: tuple[str, ...] = ()
    """The files of a `distribution` that became others, relative to the target's `output`."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the client on disk differs from the one that a run would write."""

    target: Target
    changes: tuple[output.Change, ...]
    warnings: tuple[Diagnostic, ...]
    report: Report | None = None
    """What the changes mean for callers; None where that is not known, or nothing changed."""


def generate(
    target: Target,
    *,
    force: bool = False,
    strict: bool = False,
    is_cached: bool = True,
    progress: Progress | None = None,
    on_overwrite: Callable[[Path], None] | None = None,
    refetch: bool = False,
    fetch: Fetch | None = None,
    plugins: Sequence[Emitter] = (),
    is_dry: bool = False,
    refuses: Callable[[Report], bool] | None = None,
    memory: Memory | None = None,
) -> Outcome:
    """Generate the client of `target`, or leave it if nothing that it is made of has changed.

    `strict` fails if an operation is degraded or refused, or an action of an overlay matches
    nothing. `force` and `on_overwrite` are those of `output.write`; `is_cached` allows to use what
    earlier runs made; `refetch` fetches the files of other hosts again and pins them. `fetch`
    replaces the network. `plugins` are emitters beside clientsmith's own. A run that `is_dry`, or
    whose report `refuses` returns true for, writes nothing at all. A `memory` keeps the client for
    the next run of this process, and has to be saved after it.

    Raises:
        ClientsmithError: the client on disk is as it was.
    """
    toolchain = Toolchain.of(target, plugins)
    # A run with nothing to do does not know what was degraded: a strict one has to be whole.
    if not (force or strict or refetch) and is_current(target, toolchain):
        return Outcome(target, None)
    from ..build.children import ahead
    from ..changes.record import Record
    from ..document import Allowed
    from ..output.copies import keep_copies

    cache = toolchain.cache() if is_cached else None
    allowed = Allowed(frozenset(target.allow_remote), fetch or _fetch, refetch)
    stages = Stages.of(target, progress)
    found = compared(target, stages, toolchain, strict, allowed, memory)
    since, api = found.since, found.side.api
    is_refused = refuses is not None and since.report is not None and refuses(since.report)
    is_written = not (is_dry or is_refused)
    fingerprint = toolchain.fingerprint(found.documents, found.lock, since.old_names)
    causes = toolchain.causes(found.documents, found.lock)
    head = Record(fingerprint, causes, {}, "", since.names.step)
    made = since.made if is_written else None
    made_here = made if memory is None else None

    def record() -> bytes | None:
        return None if made_here is None else head.of(made_here()).dump()

    # The record takes as long as all files of a client of which little has changed.
    size = 0 if made_here is None else len(api.models) + len(api.params)
    with ahead(record, size) as recorded:
        hashes = None if memory is None else memory.kept.hashes
        client = printed(found, target, stages, strict, cache, plugins, hashes)
        if not is_written:
            folder, runtime = target.package_folder, toolchain.runtime
            result = output.preview(folder, client.files, force=force, runtime=runtime)
        else:
            watch = stages.begin("writing")
            keep_copies(target.document, client.remote)
            result = output.write(
                target.package_folder,
                client.files,
                inputs=output.Inputs(fingerprint, tuple(client.documents)),
                force=force,
                on_overwrite=on_overwrite,
                lock=_to_write(target.lock, client.lock),
                old_names=_to_write(target.old_names, since.old_names),
                record=_to_write(target.record, recorded()),
                watch=watch,
                runtime=toolchain.runtime,
                is_remembered=is_cached,
            )
    if memory is not None and made is not None:
        memory.keep(target, client.side, head, made)
    in_project = _write_in_project(target, client, causes, fingerprint, is_dry=not is_written)
    if cache is not None and is_written:
        cache.save()
    warnings = (*client.warnings, *since.notes, *in_project.warnings)
    return Outcome(
        *(target, result, client.tally, warnings, client.paginated, since.report, is_written),
        in_project.files,
    )


def _write_in_project(
    target: Target,
    client: Client,
    causes: Mapping[str, str],
    fingerprint: str,
    *,
    is_dry: bool,
) -> Written:
    """Write the files that make a client a package of its own; none without a `distribution`."""
    from ..distribution.project import Written, write_project

    if client.project is None:
        return Written((), ())
    from ..distribution.releases import with_entries_of

    project = with_entries_of(target, client.project, client.side, causes, client.since.names)
    return write_project(target, project, fingerprint, is_dry=is_dry)


def check(
    target: Target,
    *,
    strict: bool = False,
    progress: Progress | None = None,
    plugins: Sequence[Emitter] = (),
) -> Comparison:
    """Compare the client on disk with the one that `generate` would write. Write nothing.

    Raises:
        ClientsmithError: the document has errors, so that there is no such client.
    """
    stages = Stages.of(target, progress)
    toolchain = Toolchain.of(target, plugins)
    found = compared(target, stages, toolchain, strict, is_likely=True)
    client = printed(found, target, stages, strict, None, plugins)
    since = client.since
    watch = stages.begin("comparing")
    folder, runtime = target.package_folder, toolchain.runtime
    changes = output.compare(folder, client.files, watch, runtime)
    if target.lock is not None and lock_text(target) != client.lock:
        kind = "stale" if target.lock.exists() else "missing"
        changes = (*changes, output.Change(kind, shown(target.lock), is_outside=True))
    if target.record is None:
        return Comparison(target, changes, client.warnings)
    if target.old_names is not None and since.old_names != old_names_text(target):
        kind = "stale" if target.old_names.exists() else "missing"
        changes = (*changes, output.Change(kind, shown(target.old_names), is_outside=True))
    # Lines that moved are no reason to fail.
    if not since.is_same:
        kind = "stale" if target.record.exists() else "missing"
        changes = (*changes, output.Change(kind, shown(target.record), is_outside=True))
    report = None if since.is_same else since.report
    if client.project is not None:
        from ..distribution.project import compare_project
        from ..distribution.releases import with_entries_of

        causes = toolchain.causes(client.documents, lock_text(target))
        project = with_entries_of(target, client.project, client.side, causes, since.names)
        changes = (*changes, *compare_project(target, project))
    return Comparison(target, changes, client.warnings, report)


def validate(
    path: Path,
    hosts: Iterable[str] = (),
    root: Path | None = None,
    overlays: Sequence[Path] = (),
) -> tuple[Diagnostic, ...]:
    """Return the errors and warnings of the document at `path` and its copies of remote files.

    Its files are all in the folder `root`, or in its own. `hosts` may have parts of it, and
    `overlays` change it first.
    """
    from .. import document as source
    from ..document.convert import convert
    from ..validate import check as check_document

    stages = Stages(path, Limits(), None)
    try:
        allowed, watch = source.Allowed(frozenset(hosts)), stages.begin("reading")
        read = source.read(near(path), allowed=allowed, watch=watch, root=root, overlays=overlays)
        document = convert(read, watch)
        return (*document.warnings, *check_document(document, stages.begin("validating")))
    except ClientsmithError as problem:
        return problem.diagnostics


def diff(
    old: Target,
    new: Target,
    *,
    old_name: Callable[[str], str] | None = None,
    is_cached: bool = True,
) -> tuple[Report, tuple[Diagnostic, ...]]:
    """Compare the clients of two targets, as their callers meet them.

    A document that is not valid is read as a lenient run reads it. What is wrong with it comes with
    the report: those parts are not compared. `old_name` returns the path that a report shows for a
    file of the old document.

    Raises:
        ClientsmithError: one of the documents is not even read leniently.
    """
    from ..aliases import compare_with_disk, deprecating
    from ..changes import compare
    from ..changes.approvals import approved
    from ..changes.record import ClientOnDisk, cause
    from ..changes.sides import read_side

    cached_as = new.document if is_cached else None
    before = read_side(old, is_past=True, cached_as=cached_as, shown=old_name)
    after = read_side(new, is_past=True, cached_as=cached_as)
    report = compare(before.side, after.side, cause(before.causes, after.causes, "configuration"))
    # Those that a run would keep: it may not have been yet.
    on_disk = ClientOnDisk(new)
    names = compare_with_disk(new, after.side, lambda: after.causes, on_disk).names
    report = deprecating(report, names, new.aliases)
    report, notes = approved(report, new)
    return report, (*before.faults, *after.faults, *notes)


def make(
    target: Target,
    *,
    strict: bool = False,
    cache: Cache | None = None,
    progress: Progress | None = None,
    allowed: Allowed | None = None,
    plugins: Sequence[Emitter] = (),
) -> Client:
    """Return the client of a target, without writing it.

    `strict` is that of `generate`, and the `cache` has what earlier runs made. `allowed` says what
    the document may have of other hosts; by default what the target allows, from the copies.

    Raises:
        ClientsmithError: with all errors of the first stage that finds one.
    """
    toolchain = Toolchain.of(target, plugins)
    stages = Stages.of(target, progress)
    found = compared(target, stages, toolchain, strict, allowed)
    return printed(found, target, stages, strict, cache, plugins)


def _to_write(path: Path | None, content: _Content | None) -> tuple[Path, _Content] | None:
    return (path, content) if path is not None and content is not None else None


def _fetch(url: str, hosts: Collection[str], most_bytes: int, seconds: float) -> Fetched:
    # What takes long to import is of use to few.
    from ..document.fetch import fetch

    return fetch(url, hosts, most_bytes, seconds)
