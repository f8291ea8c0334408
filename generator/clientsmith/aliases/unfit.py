"""Finds the old names that no client can have beside its names of today, and says so.

`pets.toys()` cannot stay where `pets.toys.list()` is its new name: `pets.toys` is a resource now.
Such a name is not kept: the report says that it is gone, and a warning where and what to do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..analyze.naming.reserved import possible
from ..changes import Side
from ..diagnostics import Diagnostic, Span, warning
from ..ir import Api
from .advance import Advanced, Ended
from .attach import with_old_names
from .state import SECTIONS, OldName, OldNames, is_possible, owner_and_name, place_in
from .wording import as_written


def attached(
    side: Side, kept: OldNames, advanced: Advanced, file: Path
) -> tuple[Api, Advanced, tuple[Diagnostic, ...]]:
    """Return an API with its old names, these names, and a warning of each that has no place in it.

    `kept` are the names in the file, which a warning of them points at.
    """
    names, ended = advanced.names, list(advanced.ended)
    if not names:
        return side.api, advanced, ()
    api = with_old_names(side.api, names)
    lost = list(_lost(api, names))
    if not lost:
        return api, advanced, ()
    notes: list[Diagnostic] = []
    for section, name in lost:
        entry, was = (getattr(each, section).get(name) for each in (names, kept))
        notes.append(_note(side, section, name, entry, file, is_kept=was is not None))
        if was is not None and not was.is_removed and not entry.is_removed:
            ended.append(Ended(section, name, entry.use, is_taken=False))
    left = {
        section: {
            name: entry
            for name, entry in getattr(names, section).items()
            if (section, name) not in lost
        }
        for section in SECTIONS
    }
    names = replace(names, **left)
    names = names if names else OldNames()
    return with_old_names(side.api, names), Advanced(names, tuple(ended)), tuple(notes)


def _lost(api: Api, names: OldNames) -> Iterator[tuple[str, str]]:
    """Yield the section and the name of each old name that the API does not have."""
    found = set(_attached(api))
    for section, entries in names.sections().items():
        for name, entry in entries.items():
            texts = {as_written(section, name)}
            if section == "calls":
                # A resource that is gone raises for all calls below it.
                parts = name.split(".")
                texts |= {".".join(parts[:count]) for count in range(1, len(parts))}
            is_silent = section == "variables" and entry.is_removed
            if not (is_silent or (texts & found and is_possible(section, name))):
                yield section, name


def _attached(api: Api) -> Iterator[str]:
    """Yield the old names that an API has, as a user writes them."""
    yield from (each.what for each in api.removed)
    for resource in api.walk():
        yield from (f"{each.call}()" for each in resource.aliases)
        yield from (each.what for each in resource.removed)
    for operation in api.operations():
        yield from (f"{operation.call}({each.name}=)" for each in operation.renamed)
        yield from (each.what for each in operation.removed)
    for shape in api.models:
        yield from (f"models.{shape.name}.{each.name}" for each in shape.renamed)
        yield from (each.what for each in shape.removed)
    for folder, classes in api.renamed_classes.items():
        yield from (f"{folder}.{each.name}" if folder else each.name for each in classes)
    for classes in api.removed_classes.values():
        yield from (each.what for each in classes)
    yield from (f"{api.client}({each.name}=)" for each in api.renamed_options)
    yield from (each.what for each in api.removed_options)
    if api.security is not None:
        for credential in api.security.credentials:
            for argument in credential.arguments:
                yield from (each.name for each in argument.renamed)


def _note(
    side: Side, section: str, name: str, entry: OldName, file: Path, *, is_kept: bool
) -> Diagnostic:
    shown = as_written(section, name)
    use = as_written(section, entry.use) if entry.use else ""
    message = f"the old name {shown} is not kept: {_why(side.api, section, name)}"
    hint = f"programs have to use {use}" if use else "programs have to do without it"
    return warning("alias-lost", message, _place(side, section, name, entry, file, is_kept), hint)


def _place(
    side: Side, section: str, name: str, entry: OldName, file: Path, is_kept: bool
) -> Span | None:
    if is_kept:
        return place_in(file, file.read_text(encoding="utf-8"), section, name)
    call = owner_and_name(section, entry.use)[0] if section == "arguments" else entry.use
    pointers = {each.call: each.pointer for each in side.api.operations()}
    return side.locate(pointers[call]) if call in pointers else None


def _why(api: Api, section: str, name: str) -> str:
    calls = {operation.call for operation in api.operations()}
    if section == "calls":
        parts = name.split(".")
        above = [".".join(parts[:count]) for count in range(1, len(parts))]
        if not possible({name: name}):
            return "it has a word in it that every client has for itself"
        if any(call.startswith(f"{name}.") for call in calls):
            return f"{name} is a resource now"
        if taken := next((each for each in above if each in calls), ""):
            return f"{taken}() is a call now"
        return "another old name has its place"
    if not is_possible(section, name):
        return "it is a name that every client has for itself"
    return f"the client has no {owner_and_name(section, name)[0] or name} that could have it"
