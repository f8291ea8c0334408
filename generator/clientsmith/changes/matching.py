"""Matches the operations and the named shapes of two clients, also where they were renamed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..ir import Operation, Shape

_ENOUGH = 0.75
"""The likeness from which two parts with different names count as one that was renamed."""


@dataclass(frozen=True, slots=True)
class Match:
    """An operation of the old client with that of the new one; None where there is none."""

    old: Operation | None
    new: Operation | None
    confidence: float = 1.0
    """How sure it is that the two are the same operation."""


def match_operations(old: Iterable[Operation], new: Iterable[Operation]) -> list[Match]:
    """Match operations by method and path, then by operationId, by their call, and by likeness.

    The call is the same where `names.lock` or the configuration keeps it for an operation that
    moved.
    """
    # By ids: comparing operations would compare all that they have.
    before = {id(operation): operation for operation in old}
    after = {id(operation): operation for operation in new}
    found: list[Match] = []

    def match(operation: Operation, other: Operation, confidence: float = 1.0) -> None:
        del before[id(operation)], after[id(other)]
        found.append(Match(operation, other, confidence))

    for key in (_address, _identity, _call):
        known = {key(operation): operation for operation in after.values()}
        for operation in list(before.values()):
            other = known.pop(key(operation), None)
            if other is not None:
                match(operation, other)
    for score, operation, other in _alike(list(before.values()), list(after.values())):
        if id(operation) in before and id(other) in after:
            match(operation, other, round(score, 2))
    found += [Match(operation, None) for operation in before.values()]
    return found + [Match(None, operation) for operation in after.values()]


def _address(operation: Operation) -> tuple[str, str, str]:
    return operation.http_method, unnamed(operation.path), _variant(operation)


def _variant(operation: Operation) -> str:
    """Return the media type that tells a call from the others of its operation; empty for one."""
    if not operation.is_variant:
        return ""
    return next((body.media_type for body in operation.bodies()), "*")


def unnamed(path: str) -> str:
    """Return a path without the names of its parameters, which are no part of a URL."""
    return re.sub(r"\{[^{}]*\}", "{}", path)


def _identity(operation: Operation) -> tuple[str, str]:
    return operation.identifier, _variant(operation)


def _call(operation: Operation) -> tuple[str, bool]:
    return operation.call, operation.is_variant


def _alike(
    before: list[Operation], after: list[Operation]
) -> list[tuple[float, Operation, Operation]]:
    pairs = [
        (score, one, other)
        for one in before
        for other in after
        if one.http_method == other.http_method
        and one.is_variant == other.is_variant
        and (score := _likeness(one, other)) >= _ENOUGH
    ]
    return sorted(pairs, key=lambda pair: (-pair[0], pair[1].key, pair[2].key))


def _likeness(one: Operation, other: Operation) -> float:
    """Return how alike two operations are, 0 to 1: half by path, else by arguments and response."""
    steps = [unnamed(each.path).split("/")[1:] for each in (one, other)]
    of_path = SequenceMatcher(None, *steps, autojunk=False).ratio()
    names = [{argument.wire for argument in each.arguments} for each in (one, other)]
    return 0.5 * of_path + 0.3 * likeness(*names) + 0.2 * (one.response.type == other.response.type)


def likeness(one: set[str], other: set[str]) -> float:
    """Return which part of the names in one of two sets is in both, 0 to 1."""
    return len(one & other) / len(one | other) if one | other else 1.0


def renamed_shapes(old: Iterable[Shape], new: Iterable[Shape]) -> dict[str, tuple[str, float]]:
    """Return the new name of each shape that has another one, and how sure that is.

    A schema at the same place of the document is the same for sure; else its fields decide, or the
    values of an enum: `Pet` and `Animal` with the same three fields are one schema, with one field
    in common they are two.
    """
    before = {shape.name: shape for shape in old if not shape.is_of_call}
    after = {shape.name: shape for shape in new if not shape.is_of_call}
    gone = [shape for name, shape in before.items() if name not in after]
    added = [shape for name, shape in after.items() if name not in before]
    found: dict[str, tuple[str, float]] = {}
    places = {shape.pointer: shape for shape in added}
    for shape in list(gone):
        other = places.get(shape.pointer)
        if other is not None:
            gone.remove(shape)
            added.remove(other)
            found[shape.name] = (other.name, 1.0)
    pairs = [
        (likeness(_fields(one), _fields(other)), one, other)
        for one in gone
        for other in added
        if len(_fields(one) & _fields(other)) > 1
    ]
    for score, one, other in sorted(pairs, key=lambda pair: (-pair[0], pair[1].name, pair[2].name)):
        if score >= _ENOUGH and one in gone and other in added:
            gone.remove(one)
            added.remove(other)
            found[one.name] = (other.name, round(score, 2))
    return found


def _fields(shape: Shape) -> set[str]:
    """Return what alike shapes have in common: the names of fields, or the values of an enum."""
    return {field.wire for field in shape.fields} | {f"= {each.value}" for each in shape.constants}
