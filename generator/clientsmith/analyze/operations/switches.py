"""Arguments that choose between an answer as a whole and a stream of items: `stream: true`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from ...config import Streaming, Target
from ...diagnostics import ClientsmithError, error
from ...identifiers import words
from ...ir import STREAMS, Argument, Choice, Operation, Ref, Scalar, Shape, Switch, TypeRef, Union

_USUAL = "stream"
_WORDS = frozenset({"stream", "streamed", "streaming"})


def with_switch(operation: Operation, target: Target, shapes: Mapping[str, Shape]) -> Operation:
    """Return an operation with the argument that asks for a stream, if there is one.

    `stream: {type: boolean}` in the body, where a 200 response has JSON and `text/event-stream`, is
    such an argument. A required `stream: {const: true}` leaves no choice: the response is the
    stream.

    Raises:
        ClientsmithError: the configuration does not fit the operation (code `config-stream`).
    """
    setting = target.streams.get(operation.key)
    if setting is False:
        return operation
    table = setting if isinstance(setting, Streaming) else Streaming()
    if not _has_both(operation):
        if setting is not None:
            raise _unfit(operation, target, "its responses are not JSON as well as events or rows")
        return operation
    values = {item.wire: _values(item.type, shapes) for item in operation.arguments}
    flags = {
        item.wire: item
        for item in operation.arguments
        if values[item.wire] - {None} and not item.positional
    }
    if table.argument is not None and table.argument not in flags:
        known = " or ".join(map(repr, flags)) or "it has none"
        said = f"{table.argument!r} is no boolean among its arguments ({known})"
        raise _unfit(operation, target, said)
    found = flags[table.argument] if table.argument is not None else _by_rule(flags.values())
    if found is None:
        if setting is not None:
            raise _unfit(operation, target, "no rule finds the argument; name it in a table")
        return operation
    is_default = found.default is True if table.default is None else table.default
    asked = {is_default if value is None else value for value in values[found.wire]}
    asked |= set() if found.required else {is_default}
    if asked == {True}:
        return replace(operation, response=operation.response.streamed)
    if asked == {False}:
        return replace(operation, response=operation.response.whole)
    switch = Switch(found.name, found.wire, is_default, frozenset(values[found.wire]))
    return replace(operation, switch=switch)


def _has_both(operation: Operation) -> bool:
    """Return whether one status of success has JSON and a stream."""
    kinds: dict[str, set[str]] = {}
    for answer in operation.response.answers:
        kinds.setdefault(answer.status, set()).add(answer.kind)
    return any("json" in each and each & STREAMS for each in kinds.values())


def _by_rule(flags: Collection[Argument]) -> Argument | None:
    """Return the boolean of a body that asks for a stream; None where there is no single one.

    That is `stream`, else the one with that word in its name, else the only one if its description
    has the word. `verbose: true` asks for no stream.
    """
    in_body = [item for item in flags if item.location == "body"]
    usual = [item for item in in_body if item.wire == _USUAL]
    named = [item for item in in_body if _WORDS & set(words(item.wire))]
    described = [item for item in in_body if len(in_body) == 1 and _WORDS & set(words(item.doc))]
    found = usual or named or described
    return found[0] if len(found) == 1 else None


def _values(type_: TypeRef, shapes: Mapping[str, Shape]) -> set[bool | None]:
    """Return the values that a boolean argument takes, null included; nothing for other types."""
    match type_:
        case Scalar(kind="boolean"):
            return {True, False}
        case Scalar(kind="null"):
            return {None}
        case Choice(values=values):
            flags = {value for value in values if value is None or isinstance(value, bool)}
            return flags if len(flags) == len(values) else set()
        case Union(members=members):
            each = [_values(member, shapes) for member in members]
            return set[bool | None]().union(*each) if all(each) else set()
        case Ref(name=name) if (alias := shapes[name].alias) is not None:
            return _values(alias, shapes)
        case _:
            return set()


def _unfit(operation: Operation, target: Target, said: str) -> ClientsmithError:
    span = target.span("streams", operation.key)
    return ClientsmithError(
        (error("config-stream", f"streams of {operation.key!r}: {said}", span),)
    )
