"""`Document` → `Api`: validated, then analyzed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

from ..analyze import (
    analyze,
    candidates_of,
    clashes,
    endpoints,
    hint_for,
    matches,
    selected,
)
from ..config import Selection, Target
from ..diagnostics import ClientsmithError, Diagnostic, did_you_mean, error
from ..diagnostics.counts import counted
from ..document import Allowed, Document, unmatched
from ..document.convert import convert
from ..identifiers.lock import NameLock
from ..ir import Api
from ..limits import Watch
from ..output import CUSTOM
from ..output.custom import custom_classes
from ..validate import Fault, checked, faults
from .kept import Kept
from .odd_names import odd_names
from .reading import read_document
from .stages import Stages

_TABLES = ("operations", "pagination", "answers", "streams")
"""The settings that are tables by operation."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A document that is valid, and the API that it describes."""

    document: Document
    """Without what a client cannot be made of, as far as it may be left out."""
    api: Api
    warnings: tuple[Diagnostic, ...]


def read_and_understood(
    target: Target,
    stages: Stages,
    allowed: Allowed | None = None,
    *,
    is_past: bool = False,
    strict: bool = False,
    earlier: Callable[[], NameLock] = NameLock,
    kept: Kept | None = None,
) -> Understood:
    """Read the document of a target with its overlays, validate and analyze it.

    `allowed` says what it may have of other hosts; by default what the target allows, from the
    copies. `is_past` accepts names of operations and types that the document does not have: the
    configuration may be that of a later one. `strict` fails if an action of an overlay matches
    nothing. `earlier` is that of `analyze`, and `kept` is of the last run of this process.

    Raises:
        ClientsmithError: with all errors of the first stage that finds one.
    """
    watch = stages.begin("reading")
    if kept is not None and kept.validator is not None and kept.analysis.was_valid:
        kept.validator.begin(target, stages.limits)
    allowed = allowed or Allowed(frozenset(target.allow_remote))
    document = read_document(target, stages.limits, watch, allowed)
    if strict and (errors := unmatched(document.warnings)):
        raise ClientsmithError(errors)
    document = convert(document, watch)
    target = narrowed(target, document) if is_past else target
    return understood(document, target, stages, earlier, kept)


def narrowed(target: Target, document: Document) -> Target:
    """Return a target without the operations, types and selectors that a document does not have."""
    known = {endpoint.key for endpoint in endpoints(document)}
    changes: dict[str, object] = {
        table: {key: value for key, value in getattr(target, table).items() if key in known}
        for table in _TABLES
    }
    changes["types"] = {
        pointer: name for pointer, name in target.types.items() if _has(document, pointer)
    }
    candidates = candidates_of(document)
    changes["select"] = Selection(
        **{
            name: tuple(
                selector
                for selector in getattr(target.select, name)
                if any(matches(selector, candidate) for candidate in candidates)
            )
            for name in ("include", "exclude")
        }
    )
    return target.model_copy(update=changes)


def _has(document: Document, pointer: str) -> bool:
    try:
        document.get(pointer.removeprefix("#"))
    except KeyError:
        return False
    return True


def understood(
    document: Document,
    target: Target,
    stages: Stages,
    earlier: Callable[[], NameLock] = NameLock,
    kept: Kept | None = None,
) -> Understood:
    """Validate and analyze a document.

    `earlier` is that of `analyze`, and `kept` is of the last run of this process.

    Raises:
        ClientsmithError: with all that validation found if there are errors, else with what does
            not fit of the configuration and the document.
    """

    @cache
    def lock() -> NameLock:
        return NameLock.read(target.lock)

    def analyzed(valid: Document) -> Api:
        return _analyzed(valid, target, lock(), stages.begin("analyzing"), earlier, kept)

    api: Api | None = None
    found: tuple[Fault, ...] | None = None
    if kept is not None and kept.validator is not None and kept.analysis.was_valid:
        # As its last state was, most are valid: it is analyzed while another process validates it.
        # What goes wrong is said by validation, or by an analysis of what is valid.
        with suppress(Exception):
            api = analyzed(document)
        found = kept.validator.faults(document)
    # Begun here, so that the time of that analysis is none of validation's.
    watch = stages.begin("validating")
    if found is None:
        found = faults(document, watch)
    try:
        valid, warnings = checked(document, found, lenient=target.lenient, watch=watch)
    except ClientsmithError:
        if kept is not None:
            kept.analysis.forget()
        raise
    if api is None or valid is not document:
        api = analyzed(valid)
    if kept is not None:
        kept.analysis.was_valid = valid is document
    return Understood(valid, api, (*warnings, *odd_names(api, valid, target, lock())))


def _analyzed(
    document: Document,
    target: Target,
    lock: NameLock,
    watch: Watch,
    earlier: Callable[[], NameLock],
    kept: Kept | None,
) -> Api:
    unknown = (*_unknown(target, document), *_unselected(target, document))
    if unknown:
        raise ClientsmithError(unknown)
    custom = custom_classes(target.package_folder / CUSTOM)
    memory = None if kept is None else kept.analysis
    api = analyze(document, target, lock, watch, custom, earlier, memory)
    if clashing := tuple(_clashing(target, api)):
        raise ClientsmithError(clashing)
    return api


def _unknown(target: Target, document: Document) -> Iterator[Diagnostic]:
    """Yield an error for each operation and type that the configuration names in vain."""
    named = [(name, key) for name in _TABLES for key in getattr(target, name)]
    known = [endpoint.key for endpoint in endpoints(document)] if named else []
    for table, key in named:
        if key not in known:
            message = f"the configuration of {target.name!r} names the operation {key!r}, which the"
            count = counted(len(known), "operation")
            hint = did_you_mean(key, known) or f"the document has {count}"
            place = target.span(table, key)
            yield error("config-unknown", f"{message} document does not have", place, hint)
    for pointer in target.types:
        if not _has(document, pointer):
            message = f"the configuration of {target.name!r} names a type at {pointer!r}"
            place = target.span("types", pointer)
            yield error("config-unknown", f"{message}, where the document has nothing", place)


def _clashing(target: Target, api: Api) -> Iterator[Diagnostic]:
    """Yield an error for each configured call whose name is taken by something else."""
    for key, why in clashes(api.calls, target.operations):
        message = f"{key!r} cannot be called {target.operations[key]!r}: {why}"
        hint = "choose another name, or name those otherwise here as well"
        yield error("config-call", message, target.span("operations", key), hint)


def _unselected(target: Target, document: Document) -> Iterator[Diagnostic]:
    """Yield an error for each selector that selects nothing."""
    select = target.select
    if select == Selection():
        return
    candidates = candidates_of(document)
    is_known = True
    for selector in (*select.include, *select.exclude):
        if not any(matches(selector, candidate) for candidate in candidates):
            is_known = False
            message = f"the selection of {target.name!r} names {selector!r}, which the document"
            hint = hint_for(selector, candidates)
            yield error("select-unknown", f"{message} does not have", None, hint)
    if candidates and is_known and not selected(candidates, select.include, select.exclude):
        yield error("select-nothing", f"the selection of {target.name!r} leaves nothing", None)
