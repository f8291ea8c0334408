"""Warns of each name that was altered, since another part has the name by the rules.

An odd name ends with a number or an underscore: `Pet2`, `documents_`. It is said in the run in
which it is given, while it can still be chosen; from then on `names.lock` keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from ..config import Target, quoted
from ..diagnostics import Diagnostic, warning
from ..diagnostics.counts import counted
from ..document import Document, split_pointer
from ..identifiers import argument, attribute
from ..identifiers.lock import NameLock
from ..ir import Api

_MOST = 5
"""The odd names of a run that are listed one by one: the first run of a document may have many."""
_ODD_RULES = frozenset({"apart", "hidden", "number"})
"""The rules for calls that may end with an underscore or a number."""


class _Odd(NamedTuple):
    pointer: str
    message: str
    hint: str


def odd_names(
    api: Api, document: Document, target: Target, lock: NameLock
) -> tuple[Diagnostic, ...]:
    """Return a warning for each odd name that neither the lock nor the configuration gives.

    There is none for a target that keeps no lock: its names are chosen anew in each run.
    """
    if target.lock is None:
        return ()
    lock = lock.under(target)
    found = _all(api, document, target, lock)
    warnings = [
        warning("name-odd", odd.message, document.key_span(odd.pointer), odd.hint)
        for odd in islice(found, _MOST)
    ]
    if more := sum(1 for _ in found):
        message = f"{counted(more, 'more name was', 'more names were')} altered in the same way"
        hint = "`clientsmith names` lists all names"
        warnings.append(warning("name-odd", message, None, hint))
    return tuple(warnings)


def _all(api: Api, document: Document, target: Target, lock: NameLock) -> Iterator[_Odd]:
    yield from _calls(api, target, lock)
    yield from _types(api, document, target, lock)
    yield from _fields(api, lock)
    for what, given, known in (
        ("argument", api.argument_names, lock.arguments),
        ("constant", api.constant_names, lock.constants),
    ):
        yield from _members(what, given, known)


def _calls(api: Api, target: Target, lock: NameLock) -> Iterator[_Odd]:
    pointers = {operation.key: operation.pointer for operation in api.operations()}
    for key, call in api.calls.items():
        is_new = key not in lock.operations and key in pointers
        if not is_new or api.call_rules.get(key) not in _ODD_RULES or not _has_odd_part(call):
            continue
        message = f"{key!r} became {call!r}, since another call or resource has the name without it"
        yield _Odd(pointers[key], message, _setting(target, "operations", key, "resource.method"))


def _has_odd_part(call: str) -> bool:
    return any(part.endswith("_") or _number(part) for part in call.split("."))


def _types(api: Api, document: Document, target: Target, lock: NameLock) -> Iterator[_Odd]:
    used = {shape.name for shape in (*api.models, *api.params)}
    configured = {pointer.removeprefix("#") for pointer in target.types}
    for pointer, wanted in api.wanted_types.items():
        name = api.types[pointer]
        if name == wanted or pointer in lock.types or pointer in configured or name not in used:
            continue
        if not name.removeprefix(wanted).isdecimal() or not _exists(document, pointer):
            continue
        message = f"this schema became {name!r}, since another has the name {wanted!r}"
        yield _Odd(pointer, message, _setting(target, "types", f"#{pointer}", "ClassName"))


def _fields(api: Api, lock: NameLock) -> Iterator[_Odd]:
    for key, name in api.field_names.items():
        wanted = attribute(split_pointer(key)[-1], api.rules.attributes)
        if key not in lock.fields and name != wanted and (_number(name) or name.endswith("_")):
            message = f"this property became the attribute {name!r}, since another is {wanted!r}"
            yield _Odd(key, message, _kept(wanted))


def _members(what: str, given: Mapping[str, str], known: Mapping[str, str]) -> Iterator[_Odd]:
    for key, name in given.items():
        wanted = argument(split_pointer(key)[-1]) if what == "argument" else ""
        if key not in known and name != wanted and _number(name):
            message = f"the {what} {name!r} has a number, since another has the name without it"
            yield _Odd(key, message, _kept(name.rpartition("_")[0]))


def _number(name: str) -> bool:
    """Return whether a name ends with a number of its own: `id_2`, and not `ipv4`."""
    return name.rpartition("_")[2].isdecimal()


def _setting(target: Target, table: str, key: str, name: str) -> str:
    return f"choose another in [{target.table(table)}]: {quoted(key)} = {quoted(name)}"


def _kept(wanted: str) -> str:
    return f"names.lock keeps it; another name that contains {wanted!r} can be written there"


def _exists(document: Document, pointer: str) -> bool:
    try:
        document.get(pointer)
    except KeyError:
        return False
    return True
