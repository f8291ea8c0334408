"""The names of a client as rows, each with the place and the rule that it comes from."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from ..analyze import (
    RULES,
    analyze,
    argument_keys,
    constant_key,
    field_key,
    variable_key,
)
from ..build.frontend import Understood, read_and_understood
from ..build.stages import Stages
from ..changes.earlier import earlier_names
from ..changes.record import ClientOnDisk
from ..config import Target
from ..diagnostics import Span
from ..document import Document, join
from ..identifiers.lock import NameLock
from ..ir import Api

Kind = Literal["call", "type", "credential", "argument", "field", "constant"]
KINDS: tuple[Kind, ...] = ("call", "type", "credential", "argument", "field", "constant")
_CONFIGURED = "the configuration"
_LOCKED = "names.lock keeps it"


@dataclass(frozen=True, slots=True)
class Row:
    """A name of a client."""

    kind: Kind
    name: str
    key: str
    """What has the name, as the configuration or the lock writes it."""
    span: Span
    rule: str
    """The rule that gave the name, in a word: `configuration`, `lock`, or one of the rules."""
    why: str
    """The rule in words."""
    otherwise: str = ""
    """The name that the rules alone would give, without the configuration and the lock."""
    otherwise_why: str = ""
    otherwise_rule: str = ""
    """The rule that gives that name, in a word."""
    identifier: str = ""
    """The operationId of a call's operation, as the document writes it; empty without one."""
    setting: str = ""
    """The table of the configuration in which another name can be written; empty where none can."""


@dataclass(frozen=True, slots=True)
class _Source:
    """The client of a target, from which rows are made."""

    target: Target
    document: Document
    lock: NameLock
    api: Api
    bare: Api
    """The same API with the names that the rules alone give."""


def rows_of(target: Target) -> tuple[Row, ...]:
    """Return every name of the client of a target, by kind, then by name.

    The names are those that the next run gives. Arguments, fields and constants are listed where a
    rule had to choose, since another wanted the name too.

    Raises:
        ClientsmithError: the document, the configuration or the lock has errors.
    """
    understood = read_and_understood(
        target, Stages.of(target, None), earlier=lambda: earlier_names(ClientOnDisk(target))
    )
    return rows_in(target, understood)


def rows_in(target: Target, understood: Understood) -> tuple[Row, ...]:
    """Return every name of a client whose document was understood already."""
    lock = NameLock.read(target.lock)
    unnamed = target.model_copy(update={"operations": {}, "types": {}})
    bare = analyze(understood.document, unnamed, NameLock(rules=lock.rules))
    source = _Source(target, understood.document, lock, understood.api, bare)
    found = [*_calls(source), *_types(source), *_credentials(source), *_members(source)]
    return tuple(sorted(found, key=lambda row: (KINDS.index(row.kind), row.name, row.key)))


def _calls(source: _Source) -> Iterator[Row]:
    api, bare = source.api, source.bare
    table = source.target.table("operations")
    for operation in api.operations():
        key, span = operation.key, source.document.span(operation.pointer)
        if operation.is_variant:
            why = "the first call of the operation, and the media type whose body it takes"
            yield Row("call", operation.call, key, span, "variant", why)
            continue
        name = api.calls[key]
        row = Row("call", name, key, span, api.call_rules[key], RULES[api.call_rules[key]])
        identifier = source.document.get(operation.pointer).get("operationId", "")
        row = replace(row, setting=table, identifier=str(identifier))
        if key in source.target.operations:
            row = _configured(row, source.target.span("operations", key))
        elif key in source.lock.operations and row.rule == "fixed":
            row = replace(row, rule="lock", why=_LOCKED)
        yield _with_rule(row, bare.calls[key], (bare.call_rules[key], RULES[bare.call_rules[key]]))


def _types(source: _Source) -> Iterator[Row]:
    api, bare = source.api, source.bare
    classes = {shape.name for shape in (*api.models, *api.params)}
    classes |= {resource.class_name for resource in api.walk()}
    classes |= {item.pagination.page for item in api.operations() if item.pagination is not None}
    known = {pointer.removeprefix("#"): pointer for pointer in source.target.types}
    for pointer, name in api.types.items():
        if name not in classes:
            continue
        span = source.document.span("" if pointer.startswith("#") else pointer)
        row = Row("type", name, fragment(pointer), span, *_type_rule(api, pointer))
        if _is_real(source.document, pointer):
            row = replace(row, setting=source.target.table("types"))
        if pointer in known:
            row = _configured(row, source.target.span("types", known[pointer]))
        elif source.lock.types.get(pointer) == name:
            row = replace(row, rule="lock", why=_LOCKED)
        if pointer in bare.types:
            row = _with_rule(row, bare.types[pointer], _type_rule(bare, pointer))
        yield row


def _type_rule(api: Api, pointer: str) -> tuple[str, str]:
    """Return the rule that named a type without the configuration and the lock."""
    wanted, name = api.wanted_types.get(pointer), api.types[pointer]
    if wanted is None:
        return "equal", "an equal schema at another place has the name"
    if name != wanted:
        return "number", f"a number, since another has {wanted!r}"
    if pointer.startswith("#resource/"):
        return "resource", "the words of the resource"
    if pointer.endswith(("/#params", "/#page")):
        return "operation", "the operationId"
    if pointer.startswith("/components/"):
        return "component", "the name of the component, and of what is inside of it"
    return "place", "the operationId, and where in the operation the schema is"


def _credentials(source: _Source) -> Iterator[Row]:
    for scheme, name in source.api.credentials.items():
        span = source.document.span(join("/components/securitySchemes", scheme))
        rule = "scheme", "the usual name of its kind, or that of the security scheme"
        row = Row("credential", name, scheme, span, *rule)
        if source.lock.credentials.get(scheme) == name:
            row = replace(row, rule="lock", why=_LOCKED)
        yield _with_rule(row, source.bare.credentials.get(scheme, ""), rule)


def _members(source: _Source) -> Iterator[Row]:
    """Yield the arguments, fields and constants that the lock has to have."""
    api, bare, lock = source.api, source.bare, source.lock
    pointers = dict(_member_pointers(api))
    sections: tuple[tuple[Kind, Callable[[Api], Mapping[str, str]], Mapping[str, str]], ...] = (
        ("argument", lambda api: api.argument_names, lock.arguments),
        ("field", lambda api: api.field_names, lock.fields),
        ("constant", lambda api: api.constant_names, lock.constants),
    )
    for kind, names, locked in sections:
        for key, name in names(api).items():
            if key not in pointers:
                continue
            rule = "collision", "another wanted the same name"
            row = Row(kind, name, key, source.document.span(pointers[key]), *rule)
            if locked.get(key) == name:
                row = replace(row, rule="lock", why=_LOCKED)
            yield _with_rule(row, names(bare).get(key, ""), rule)


def _member_pointers(api: Api) -> Iterator[tuple[str, str]]:
    """Yield the key of each argument, field and constant of a client, with its place."""
    for variable in api.variables:
        yield variable_key(variable.wire), variable.pointer
    for item in api.operations():
        pointer = item.pointer.rpartition("/")[0] if item.is_variant else item.pointer
        keys = argument_keys(pointer, item.arguments)
        yield from zip(keys, (each.pointer for each in item.arguments), strict=True)
    for shape in (*api.models, *api.params):
        for each in shape.fields:
            yield field_key(shape.pointer, each.wire), each.pointer
        for each in shape.constants:
            yield constant_key(shape.pointer, each.value), each.pointer


def _with_rule(row: Row, name: str, rule: tuple[str, str]) -> Row:
    """Return a row with the name that the rules alone give, if they give one."""
    word, why = rule
    if not name:
        return row
    return replace(row, otherwise=name, otherwise_rule=word, otherwise_why=why)


def _configured(row: Row, span: Span | None) -> Row:
    place = "" if span is None else f" ({span})"
    return replace(row, rule="configuration", why=f"{_CONFIGURED} names it{place}")


def fragment(pointer: str) -> str:
    """Return a pointer as the configuration writes it."""
    return pointer if pointer.startswith("#") else f"#{pointer}"


def _is_real(document: Document, pointer: str) -> bool:
    """Return whether a pointer leads to a node, and not to what is made of one (`/#params`)."""
    try:
        document.get(pointer)
    except (KeyError, ValueError):
        return False
    return not pointer.startswith("#")


def shown_key(row: Row) -> str:
    """Return what has a name, with a JSON pointer as the configuration writes it."""
    return fragment(row.key) if row.key.startswith("/") else row.key


def as_json(rows: Mapping[str, tuple[Row, ...]]) -> str:
    """Return rows as a JSON object for programs, by target."""
    data = {
        target: [
            {
                "kind": row.kind,
                "name": row.name,
                "key": shown_key(row),
                "rule": row.rule,
                "why": row.why,
                "by-rule": row.otherwise_rule or None,
                "otherwise": row.otherwise or None,
                "setting": row.setting or None,
                "file": row.span.file,
                "line": row.span.line,
                "column": row.span.column,
            }
            for row in found
        ]
        for target, found in rows.items()
    }
    return json.dumps(data, indent=2) + "\n"
