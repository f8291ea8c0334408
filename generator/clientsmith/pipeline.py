"""The stages in a row: a document in, a client on disk out.

The stages are imported where they run. Together they take longer to import than a run that finds
nothing to do may last.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from . import __version__, output
from .config import Target
from .custom import custom_classes
from .diagnostics import ClientsmithError, Diagnostic, Span, did_you_mean, error
from .hashes import content_hash
from .limits import Limits, Watch
from .paths import near, shown
from .resources import runtime_files, templates_folder

if TYPE_CHECKING:
    from .cache import Cache
    from .coverage import Tally
    from .ir import Api
    from .source import Allowed, Document
    from .source.remote import Fetch, Fetched, RemoteFile


class Progress(Protocol):
    """Told the name of each stage as it begins, and how many of how many things are done in it."""

    def __call__(self, stage: str, done: int = 0, total: int = 0) -> None: ...


# Whose version decides the bytes of a client, beside our own.
_TOOLS = ("black", "datamodel-code-generator")


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
    warnings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did for a target; `result` is None when there was nothing to do."""

    target: Target
    result: output.WriteResult | None
    tally: Tally | None = None
    warnings: tuple[Diagnostic, ...] = ()
    paginated: tuple[str, ...] = ()
    """As in `Client`."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the client on disk differs from the one that a run would write."""

    target: Target
    changes: tuple[output.Change, ...]
    warnings: tuple[Diagnostic, ...]


def generate(
    target: Target,
    *,
    force: bool = False,
    strict: bool = False,
    is_cached: bool = True,
    progress: Progress | None = None,
    overwriting: output.Told | None = None,
    refetch: bool = False,
    fetch: Fetch | None = None,
) -> Outcome:
    """Bring the client of `target` up to date. `strict` wants each operation to be generated, and
    none degraded or refused.

    `force` and `overwriting` are those of `output.write`; `is_cached` allows to use what earlier
    runs made; `refetch` takes what other hosts have as it is now, and not as it is pinned. `fetch`
    takes the place of the network.

    Raises:
        ClientsmithError: the client on disk is as it was.
    """
    # A run with nothing to do does not know what was degraded: a strict one has to be whole.
    if not (force or strict or refetch) and is_current(target):
        return Outcome(target, None)
    from .output.copies import keep_copies
    from .source import Allowed

    cache = _cache(target) if is_cached else None
    allowed = Allowed(frozenset(target.allow_remote), fetch or _fetch, refetch)
    stages = _Stages.of(target, progress)
    client = _make(target, stages, strict, cache, allowed)
    fingerprint = _fingerprint(target, client.documents, client.lock)
    watch = stages.begin("writing")
    keep_copies(target.document, client.remote)
    result = output.write(
        target.package_folder,
        client.files,
        inputs=output.Inputs(fingerprint, tuple(client.documents)),
        force=force,
        overwriting=overwriting,
        lock=(target.lock, client.lock) if target.lock is not None else None,
        watch=watch,
    )
    if cache is not None:
        cache.save()
    return Outcome(target, result, client.tally, client.warnings, client.paginated)


def check(target: Target, *, strict: bool = False, progress: Progress | None = None) -> Comparison:
    """Compare the client on disk with the one that `generate` would write. Writes nothing.

    Raises:
        ClientsmithError: there is no such client, for the document is wrong.
    """
    stages = _Stages.of(target, progress)
    client = _make(target, stages, strict)
    changes = output.compare(target.package_folder, client.files, stages.begin("comparing"))
    if target.lock is not None and _read(target.lock) != client.lock:
        kind = "stale" if target.lock.exists() else "missing"
        changes = (*changes, output.Change(kind, shown(target.lock), is_outside=True))
    return Comparison(target, changes, client.warnings)


def validate(path: Path, hosts: Iterable[str] = ()) -> tuple[Diagnostic, ...]:
    """Everything that is wrong or doubtful with the document at `path`, and with the copies of what
    it has of these hosts.
    """
    from . import source
    from .convert import convert
    from .validate import check as check_document

    stages = _Stages(path, Limits(), None)
    try:
        allowed, watch = source.Allowed(frozenset(hosts)), stages.begin("reading")
        document = convert(source.read(near(path), allowed=allowed, watch=watch), watch)
        return (*document.warnings, *check_document(document, stages.begin("validating")))
    except ClientsmithError as problem:
        return problem.diagnostics


def make(
    target: Target,
    *,
    strict: bool = False,
    cache: Cache | None = None,
    progress: Progress | None = None,
    allowed: Allowed | None = None,
) -> Client:
    """The client of a target, every stage but the writing. `strict` is that of `generate`,
    and the `cache` has what earlier runs made. What the document may have of other hosts is
    `allowed`, and without it what the target allows, as far as there are copies.

    Raises:
        ClientsmithError: with everything that is wrong at the first stage that finds a fault.
    """
    return _make(target, _Stages.of(target, progress), strict, cache, allowed)


class _Stages:
    """The stages of a run, each of which has its time."""

    def __init__(self, document: Path, limits: Limits, progress: Progress | None) -> None:
        self._document = Span(near(document).as_posix(), 1, 1)
        self._progress = progress
        self.limits = limits

    @classmethod
    def of(cls, target: Target, progress: Progress | None) -> _Stages:
        return cls(target.document, Limits(**target.limits), progress)

    def begin(self, stage: str) -> Watch:
        """Tell of a stage, and start its watch."""
        self.tell(stage)
        return Watch.started(stage, self.limits, self._document)

    def tell(self, stage: str, done: int = 0, total: int = 0) -> None:
        """Tell how much of a stage is done."""
        if self._progress is not None:
            self._progress(stage, done, total)


def _make(
    target: Target,
    stages: _Stages,
    strict: bool,
    cache: Cache | None = None,
    allowed: Allowed | None = None,
) -> Client:
    from . import source
    from .analyze import analyze, lock_of
    from .convert import convert
    from .coverage import as_json, tally
    from .leniency import checked
    from .names import NameLock
    from .pages import pages_of
    from .produce import produce
    from .prove import leak_told

    watch = stages.begin("reading")
    allowed = allowed or source.Allowed(frozenset(target.allow_remote))
    read = source.read(
        near(target.document),
        limits=stages.limits,
        lenient=target.lenient,
        allowed=allowed,
        watch=watch,
    )
    document = convert(read, watch)
    watch = stages.begin("validating")
    document, found = checked(document, lenient=target.lenient, cache=cache, watch=watch)
    watch = stages.begin("analyzing")
    unknown = (*_unknown(target, document), *_unselected(target, document))
    if unknown:
        raise ClientsmithError(unknown)
    api = analyze(document, target, NameLock.read(target.lock), watch)
    if clashing := tuple(_clashing(target, api)):
        raise ClientsmithError(clashing)
    told = tally(api, document)
    if strict and told.causes:
        raise ClientsmithError(told.problems())
    pages = pages_of(api)

    watch = stages.begin("making files")

    def told_done(done: int) -> None:
        stages.tell("making files", done, len(pages))

    told_done(0)
    made = produce(pages, target.templates, cache=cache, told=told_done, watch=watch)
    faults = [problem for file in made.values() for problem in file.problems]
    faults += [leak_told(file.leak, document) for file in made.values() if file.leak is not None]
    if faults:
        raise ClientsmithError(faults)
    files = {path: file.text for path, file in made.items()}
    files |= {"py.typed": "", "coverage.json": as_json(api)}
    runtime = {f"_runtime/{name}": text for name, text in runtime_files(api.runtime).items()}
    return Client(
        files={**dict(sorted(files.items())), **runtime},
        lock=lock_of(api).dump(),
        tally=told,
        paginated=tuple(
            f"{operation.key} ({operation.call}): {operation.pagination.rule}"
            for operation in api.operations()
            if operation.pagination is not None
        ),
        documents={
            _relative(path, target.document.parent): digest
            for path, digest in document.files.items()
        },
        remote=document.remote,
        warnings=found,
    )


def _unknown(target: Target, document: Document) -> Iterator[Diagnostic]:
    """What the configuration names and the document does not have."""
    from .analyze import places

    known = [place.key for place in places(document)]
    for key in (*target.operations, *target.pagination):
        if key not in known:
            message = f"the configuration of {target.name!r} names the operation {key!r}"
            hint = did_you_mean(key, known) or f"the document has {len(known)} operations"
            place = target.span("operations" if key in target.operations else "pagination", key)
            yield error("config-unknown", f"{message}, which the document has not", place, hint)
    for pointer in target.types:
        try:
            document.get(pointer.removeprefix("#"))
        except KeyError:
            message = f"the configuration of {target.name!r} names a type at {pointer!r}"
            place = target.span("types", pointer)
            yield error("config-unknown", f"{message}, where the document has nothing", place)


def _clashing(target: Target, api: Api) -> Iterator[Diagnostic]:
    """The configured calls that cannot be, since what they are called is something else."""
    from .analyze import clashes

    for key, why in clashes(api.calls, target.operations):
        message = f"{key!r} cannot be called {target.operations[key]!r}: {why}"
        hint = "choose another name, or name those otherwise here as well"
        yield error("config-call", message, target.span("operations", key), hint)


def _unselected(target: Target, document: Document) -> Iterator[Diagnostic]:
    """What the selection names and the document does not have."""
    from .analyze import candidates_of, matches, meant, selected

    candidates, select = candidates_of(document), target.select
    is_known = True
    for selector in (*select.include, *select.exclude):
        if not any(matches(selector, candidate) for candidate in candidates):
            is_known = False
            message = f"the selection of {target.name!r} names {selector!r}, which is nothing there"
            yield error("select-unknown", message, None, meant(selector, candidates))
    if candidates and is_known and not selected(candidates, select.include, select.exclude):
        yield error("select-nothing", f"the selection of {target.name!r} leaves nothing", None)


def is_current(target: Target) -> bool:
    """Whether a run would change nothing, told from hashes alone.

    The manifest keeps a fingerprint of all that went in. The generator's own source is left out of
    it, since it would change the manifest with every commit to clientsmith; instead, a manifest
    older than that source decides nothing.
    """
    try:
        manifest = output.Manifest.read(target.package_folder)
        if manifest is None or not manifest.inputs.documents:
            return False
        written = (target.package_folder / output.MANIFEST).stat().st_mtime_ns
        if any(path.stat().st_mtime_ns > written for path in _generator_files()):
            return False
        lock = _read(target.lock) if target.lock is not None else ""
        folder = target.document.parent
        documents = {name: _hash(folder / name) for name in manifest.inputs.documents}
        return (
            manifest.inputs.fingerprint == _fingerprint(target, documents, lock)
        ) and output.is_intact(target.package_folder, manifest)
    except (OSError, ValueError, ClientsmithError):
        # The whole run finds the same fault and tells it well.
        return False


def _fingerprint(target: Target, documents: Mapping[str, str], lock: str | None) -> str:
    """A hash of all that a client is made of, the same on every machine and in every folder."""
    from importlib.metadata import version

    content = {
        "clientsmith": __version__,
        "tools": {name: version(name) for name in _TOOLS},
        "target": target.model_dump(
            mode="json", exclude={"name", "document", "output", "templates", "lock"}
        ),
        "documents": [[name, digest] for name, digest in documents.items()],
        "templates": [
            _hashes(folder) for folder in (templates_folder(), target.templates) if folder
        ],
        "lock": lock if target.lock is not None else None,
        "custom": custom_classes(target.package_folder / output.CUSTOM),
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def _fetch(url: str, hosts: Collection[str], most_bytes: int, seconds: float) -> Fetched:
    # What takes long to import is of use to few.
    from .source.fetch import fetch

    return fetch(url, hosts, most_bytes, seconds)


def _cache(target: Target) -> Cache:
    """The cache of a client: what is in it depends on every source that makes one."""
    from importlib.metadata import version

    from .cache import Cache

    own = Path(__file__).parent
    salt = {
        "clientsmith": __version__,
        "python": sys.version,
        "tools": {name: version(name) for name in (*_TOOLS, "jinja2", "openapi-spec-validator")},
        "sources": {path.relative_to(own).as_posix(): _hash(path) for path in _generator_files()},
        "templates": [
            _hashes(folder) for folder in (templates_folder(), target.templates) if folder
        ],
    }
    return Cache.of(target.package_folder, json.dumps(salt, sort_keys=True))


def _hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): _hash(path)
        for path in folder.rglob("*")
        if path.suffix in (".jinja", ".py") and path.is_file()
    }


def _hash(path: Path) -> str:
    return content_hash(path.read_bytes())


def _generator_files() -> Iterable[Path]:
    return Path(__file__).parent.rglob("*.py")


def _relative(path: Path, folder: Path) -> str:
    return Path(os.path.relpath(path, folder)).as_posix()


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None
