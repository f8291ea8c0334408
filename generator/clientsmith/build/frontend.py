"""`Document` → `Api`: validated and analyzed, beside each other where that pays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from ..analyze import analyze, candidates_of, clashes, matches, meant, places, selected
from ..cache import Cache
from ..config import Target
from ..diagnostics import ClientsmithError, Diagnostic, did_you_mean, error
from ..document import Document
from ..identifiers import NameLock
from ..ir import Api
from ..limits import Watch
from ..output import CUSTOM, Seen, glance
from ..output.custom import custom_classes
from ..validate import Fault, faults
from ..validate.salvage import checked
from ..worker import Beside
from .stages import Stages

# A document that is not valid may be anything: it shall not hold up what there is to say of it.
_GUESS_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Understood:
    """What a document says of its client."""

    document: Document
    """Without what a client cannot be made of, as far as it may be left out."""
    api: Api
    warnings: tuple[Diagnostic, ...]
    seen: Seen | None
    """The folder of the client, as the other process saw it meanwhile."""


def understood(
    document: Document,
    target: Target,
    stages: Stages,
    cache: Cache | None = None,
    beside: Beside | None = None,
) -> Understood:
    """What `document` says, validated by the process `beside` while it is analyzed by this one.

    Raises:
        ClientsmithError: with all that validation found if there are errors, else with what does
            not fit of the configuration and the document.
    """
    watch = stages.begin("validating")
    if beside is None:
        api, found, seen = None, faults(document, cache, watch), None
    else:
        answer = beside.ask(partial(_beside, document, target, cache, watch))
        api = _guessed(document, target, stages)
        stages.tell("validating")
        found, used, seen = answer()
        if cache is not None:
            cache.share(used)
    valid, warnings = checked(document, found, lenient=target.lenient, watch=watch)
    if api is None or valid is not document:
        api = _analyzed(valid, target, stages.begin("analyzing"))
    return Understood(valid, api, warnings, seen)


def _beside(
    document: Document, target: Target, cache: Cache | None, watch: Watch
) -> tuple[tuple[Fault, ...], Mapping[bytes, bytes], Seen | None]:
    """What is wrong with the document, what was used of the cache to find it, and the folder of the
    client: there is time to look at it.
    """
    found = faults(document, cache, watch)
    return found, {} if cache is None else cache.used, glance(target.package_folder)


def _guessed(document: Document, target: Target, stages: Stages) -> Api | None:
    """What the document says if it turns out to be valid; None where that cannot be told yet.

    Whatever fails here does so again once it is known to be valid, and is told then.
    """
    seconds = min(stages.limits.stage_seconds, _GUESS_SECONDS)
    watch = Watch.started("analyzing", replace(stages.limits, stage_seconds=seconds), stages.span)
    stages.tell("analyzing")
    try:
        return _analyzed(document, target, watch)
    except Exception:
        return None


def _analyzed(document: Document, target: Target, watch: Watch) -> Api:
    unknown = (*_unknown(target, document), *_unselected(target, document))
    if unknown:
        raise ClientsmithError(unknown)
    custom = custom_classes(target.package_folder / CUSTOM)
    api = analyze(document, target, NameLock.read(target.lock), watch, custom)
    if clashing := tuple(_clashing(target, api)):
        raise ClientsmithError(clashing)
    return api


def _unknown(target: Target, document: Document) -> Iterator[Diagnostic]:
    """What the configuration names and the document does not have."""
    known = [place.key for place in places(document)]
    tables = {
        "operations": target.operations,
        "pagination": target.pagination,
        "answers": target.answers,
        "streams": target.streams,
    }
    for table, key in ((table, key) for table, keys in tables.items() for key in keys):
        if key not in known:
            message = f"the configuration of {target.name!r} names the operation {key!r}"
            hint = did_you_mean(key, known) or f"the document has {len(known)} operations"
            place = target.span(table, key)
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
    for key, why in clashes(api.calls, target.operations):
        message = f"{key!r} cannot be called {target.operations[key]!r}: {why}"
        hint = "choose another name, or name those otherwise here as well"
        yield error("config-call", message, target.span("operations", key), hint)


def _unselected(target: Target, document: Document) -> Iterator[Diagnostic]:
    """What the selection names and the document does not have."""
    candidates, select = candidates_of(document), target.select
    is_known = True
    for selector in (*select.include, *select.exclude):
        if not any(matches(selector, candidate) for candidate in candidates):
            is_known = False
            message = f"the selection of {target.name!r} names {selector!r}, which is nothing there"
            yield error("select-unknown", message, None, meant(selector, candidates))
    if candidates and is_known and not selected(candidates, select.include, select.exclude):
        yield error("select-nothing", f"the selection of {target.name!r} leaves nothing", None)
