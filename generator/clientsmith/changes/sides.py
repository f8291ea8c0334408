"""Reads the document of a target for a comparison, or takes what an earlier run read of it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..build.fingerprint import Toolchain, file_hash, lock_text, relative_hashes
from ..build.stages import Stages
from ..cache import Cache
from ..config import Target
from ..diagnostics import ClientsmithError, Diagnostic, span_with_paths, with_paths
from ..identifiers.lock import NameLock
from .compare import Side
from .earlier import earlier_names
from .record import ClientOnDisk, parse_record, record_of

if TYPE_CHECKING:
    from ..build.frontend import Understood


@dataclass(frozen=True, slots=True)
class ReadSide:
    """One of two clients, and what its document is made of."""

    side: Side
    causes: Mapping[str, str]
    faults: tuple[Diagnostic, ...] = ()
    """What is wrong with the document, whose faulty parts are not compared."""


def read_side(
    target: Target,
    *,
    is_past: bool,
    cached_as: Path | None = None,
    shown: Callable[[str], str] | None = None,
) -> ReadSide:
    """Return the client of a target for a comparison.

    `is_past` is that of `read_and_understood`. `cached_as` is the path whose cache is used; None
    uses none. `shown` returns a text with the paths that a report shows for files.

    Raises:
        ClientsmithError: the document is not even read leniently.
    """
    toolchain = Toolchain.of(target)
    lock = lock_text(target) or ""
    cache = toolchain.cache(cached_as) if cached_as is not None else None
    key = b""
    if cache is not None and target.document.is_file():
        settings = json.dumps(toolchain.settings(), sort_keys=True)
        root = str(target.root and os.path.relpath(target.root, target.document.parent))
        digest = file_hash(target.document)
        key = cache.key("side", settings, root, lock, str(is_past), target.document.name, digest)
        if (found := _kept(cache, key, target)) is not None:
            return _with_names(found, shown)
    understood, faults = _lenient(target, is_past=is_past)
    files = relative_hashes(understood.document.files, target.document.parent)
    side = Side(understood.api, understood.document.span)
    read = ReadSide(side, toolchain.causes(files, None), faults)
    # What is wrong has to be said in each run, and a file of another host may be another tomorrow.
    if cache is not None and key and not faults and not understood.document.remote:
        record = record_of(side, target.document, read.causes, "")
        cache.put(key, f"{json.dumps(files)}\n{record.text()}")
        cache.save()
    return _with_names(read, shown)


def _kept(cache: Cache, key: bytes, target: Target) -> ReadSide | None:
    """Return what an earlier run read, if each file of the document is as it was."""
    text = cache.get(key)
    if text is None:
        return None
    first, _, rest = text.partition("\n")
    try:
        for name, digest in json.loads(first).items():
            if file_hash(target.document.parent / name) != digest:
                return None
        record = parse_record("", rest)
        return ReadSide(record.side(target.document), record.causes)
    except (OSError, ValueError, LookupError):
        return None


def _lenient(target: Target, *, is_past: bool) -> tuple[Understood, tuple[Diagnostic, ...]]:
    # Where an earlier run has read both documents, all that reads one is of no use.
    from ..build.frontend import read_and_understood

    stages = Stages.of(target, None)

    def earlier() -> NameLock:
        return earlier_names(ClientOnDisk(target))

    try:
        return read_and_understood(target, stages, is_past=is_past, earlier=earlier), ()
    except ClientsmithError as problem:
        lenient = target.model_copy(update={"lenient": True})
        found = read_and_understood(lenient, stages, is_past=is_past, earlier=earlier)
        return found, tuple(each for each in problem.diagnostics if each.severity == "error")


def _with_names(read: ReadSide, shown: Callable[[str], str] | None) -> ReadSide:
    if shown is None:
        return read

    faults = tuple(with_paths(each, shown) for each in read.faults)
    locate = read.side.locate
    side = Side(read.side.api, lambda pointer: span_with_paths(locate(pointer), shown))
    return replace(read, side=side, faults=faults)
