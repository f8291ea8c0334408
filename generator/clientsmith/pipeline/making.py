"""The client of a document in memory: understood, compared with the one on disk, and printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..build.fingerprint import Toolchain, lock_text, relative_hashes
from ..build.stages import Stages
from ..config import Target
from ..diagnostics import ClientsmithError, Diagnostic

if TYPE_CHECKING:
    from ..aliases import Since
    from ..analyze.tally import Tally
    from ..build.frontend import Understood
    from ..build.keys import Hashes
    from ..cache import Cache
    from ..changes import Side
    from ..changes.memory import Memory
    from ..distribution.project import Project
    from ..document import Allowed, RemoteFile
    from ..emit.artifacts import Emitter


@dataclass(frozen=True, slots=True)
class Client:
    """A client that is made, and not yet written."""

    files: dict[str, str]
    lock: str
    """The text of the lock of names."""
    tally: Tally
    paginated: tuple[str, ...]
    """Each paginated operation with its call and the rule that found it, in words."""
    documents: Mapping[str, str]
    """The files of the document, the root first, relative to its folder, each with its hash."""
    remote: tuple[RemoteFile, ...]
    """What the document has of other hosts."""
    side: Side
    """What a comparison with another client reads."""
    since: Since
    """What changed since the client on disk was made, and the names that it had."""
    warnings: tuple[Diagnostic, ...]
    project: Project | None
    """What makes the client a package of its own."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A document that was understood, and what changed since the client on disk was made."""

    understood: Understood
    side: Side
    since: Since
    documents: Mapping[str, str]
    lock: str


def compared(
    target: Target,
    stages: Stages,
    toolchain: Toolchain,
    strict: bool,
    allowed: Allowed | None = None,
    memory: Memory | None = None,
    *,
    is_likely: bool = False,
) -> Compared:
    """Read and understand the document of a target, and compare it with the client on disk.

    A `memory` has the client and the analysis of the last run. `is_likely` is that of
    `compare_with_disk`.
    """
    from ..aliases import compare_with_disk
    from ..analyze import lock_of
    from ..build.frontend import read_and_understood
    from ..changes import Side
    from ..changes.earlier import earlier_names
    from ..changes.record import ClientOnDisk

    known = ClientOnDisk(target) if memory is None else memory.on_disk(target)
    understood = read_and_understood(
        *(target, stages, allowed),
        strict=strict,
        earlier=lambda: earlier_names(known),
        kept=None if memory is None else memory.kept,
    )
    stages.begin("comparing")
    documents = relative_hashes(understood.document.files, target.document.parent)
    side = Side(understood.api, understood.document.span)
    since = compare_with_disk(
        target,
        side,
        lambda: toolchain.causes(documents, lock_text(target)),
        known,
        is_likely=is_likely,
    )
    return Compared(understood, side, since, documents, lock_of(understood.api).dump())


def printed(
    found: Compared,
    target: Target,
    stages: Stages,
    strict: bool,
    cache: Cache | None,
    plugins: Sequence[Emitter],
    hashes: Hashes | None = None,
) -> Client:
    """Return the client of a document that was understood. `hashes` are those of `produce`."""
    from ..analyze.tally import tally
    from ..build.produce import produce
    from ..distribution.making import made_project
    from ..emit.artifacts import Settings, artifacts_of
    from ..emit.emitters import EMITTERS
    from ..emit.render import Templates
    from ..verify.leaks import leak_problem

    document, api, since = found.understood.document, found.side.api, found.since
    counted = tally(api, document)
    if strict and counted.causes:
        raise ClientsmithError(counted.problems())
    artifacts = artifacts_of(since.api, Settings(target.templates), (*EMITTERS, *plugins))
    watch = stages.begin("making files")

    def on_progress(done: int) -> None:
        stages.report("making files", done, len(artifacts))

    on_progress(0)
    folders = tuple(each.templates for each in plugins if each.templates is not None)
    templates = Templates(target.templates, folders)
    made = produce(
        *(artifacts, templates),
        cache=cache,
        hashes=hashes,
        on_progress=on_progress,
        watch=watch,
    )
    faults = [problem for file in made.values() for problem in file.problems]
    faults += [leak_problem(file.leak, document) for file in made.values() if file.leak is not None]
    if faults:
        # A fault of a template is one of each file that it prints.
        raise ClientsmithError(tuple(dict.fromkeys(faults)))
    return Client(
        files={path: file.text for path, file in made.items()},
        lock=found.lock,
        tally=counted,
        paginated=tuple(
            f"{operation.key} ({operation.call}): {operation.pagination.rule}"
            for operation in api.operations()
            if operation.pagination is not None
        ),
        documents=found.documents,
        remote=document.remote,
        side=found.side,
        since=since,
        warnings=found.understood.warnings,
        project=made_project(target, api, document, templates),
    )
