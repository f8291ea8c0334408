"""Finds the names that a new client no longer has, and what took their place.

A name is replaced for sure where the same part of the document has another name now: an operation
with its method and path or its operationId, an argument or a field with its name on the wire, a
schema at its place. Likeness alone makes no alias of a call, since deleting a tag could delete a
toy: the name raises an error, which says what is like it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from ..changes.credentials import credential_arguments
from ..changes.facts import is_same_text
from ..changes.matching import Match, match_operations, renamed_shapes
from ..ir import Api, Argument, Constant, Field, Operation, Shape
from .found import Names
from .options import note_options, option_names

_Part = TypeVar("_Part", Argument, Field, Constant)

SURE = 0.9
"""The likeness from which an old name of a class gives the class that is like it.

A class is only mentioned, and a wrong one does no harm to what is sent.
"""


@dataclass(frozen=True, slots=True)
class Found:
    """The names that a client lost, of each kind."""

    calls: Names
    arguments: Names
    fields: Names
    constants: Names
    classes: Names
    options: Names
    variables: Names

    def section(self, name: str) -> Names:
        """Return the names of a section of `OldNames`."""
        return getattr(self, name)


def compare_names(old: Api | None, new: Api) -> Found:
    """Return the names that the client `old` has and the new one lacks; None has none."""
    calls = Names(present={operation.call for operation in new.operations()})
    arguments = Names(
        present={
            f"{operation.call}({item.name})"
            for operation in new.operations()
            for item in operation.arguments
        }
    )
    fields = Names(
        present={
            f"models.{shape.name}.{each.name}" for shape in new.models for each in shape.fields
        }
    )
    constants = Names(
        present={
            f"models.{shape.name}.{each.name}" for shape in new.models for each in shape.constants
        }
    )
    classes = Names(present=set(_classes(new)))
    options = Names(present={f"{new.client}({name})" for name in option_names(new)})
    variables = Names(present={each.variable for each in credential_arguments(new)})
    found = Found(calls, arguments, fields, constants, classes, options, variables)
    if old is not None:
        note_options(found.options, found.variables, old, new)
        matches = match_operations(old.operations(), new.operations())
        _note_calls(found, matches)
        _note_classes(found, old, new, matches)
    return found


def _note_calls(found: Found, matches: Iterable[Match]) -> None:
    for match in matches:
        before, after = match.old, match.new
        if before is None:
            continue
        if after is None:
            found.calls.note(before.call)
            continue
        is_sure = match.confidence == 1
        if before.call != after.call:
            found.calls.note(before.call, after.call, is_sure=is_sure)
        if is_sure:
            for old, new, sure in _arguments(before, after):
                use = f"{after.call}({new})" if new else ""
                found.arguments.note(f"{after.call}({old})", use, is_sure=sure)


def _arguments(old: Operation, new: Operation) -> Iterator[tuple[str, str, bool]]:
    """Yield each argument that was renamed or removed: old and new name, and whether it is sure."""
    left = list(new.arguments)
    lost: list[Argument] = []
    of_path = [[item for item in each.arguments if item.location == "path"] for each in (old, new)]
    is_same_path = len(of_path[0]) == len(of_path[1])
    for before in old.arguments:
        if before.location == "path" and is_same_path:
            # The names in a path are no part of a URL: `/pets/{id}` is `/pets/{pet_id}`.
            after = of_path[1][of_path[0].index(before)]
        else:
            after = next((item for item in left if _sent(item) == _sent(before)), None)
        if after is None:
            lost.append(before)
            continue
        if after in left:
            left.remove(after)
        if before.name != after.name:
            yield before.name, after.name, True
    names = {item.name for item in new.arguments}
    lost = [item for item in lost if item.name not in names]
    yield from _alike(lost, left, lambda one, other: one.location == other.location)


def _sent(item: Argument) -> tuple[str, str]:
    return item.location, item.wire


def _alike(
    lost: list[_Part], gained: list[_Part], may_be: Callable[[_Part, _Part], bool]
) -> Iterator[tuple[str, str, bool]]:
    """Yield each lost part with the one that took its place, and how sure that is.

    It is for sure where a single other part has its type and its description. It is a guess where
    one part of that type is lost and one is gained.
    """
    for part in lost:
        same = [each for each in gained if _type(each) == _type(part) and may_be(part, each)]
        described = [each for each in same if part.doc and is_same_text(part.doc, each.doc)]
        rivals = [each for each in lost if _type(each) == _type(part) and may_be(part, each)]
        is_alone = sum(is_same_text(part.doc, each.doc) for each in rivals) == 1
        if len(described) == 1 and is_alone:
            yield part.name, described[0].name, True
        elif len(same) == 1 and len(rivals) == 1:
            yield part.name, same[0].name, False
        else:
            yield part.name, "", False


def _type(part: Argument | Field | Constant) -> object:
    return type(part.value) if isinstance(part, Constant) else part.type


def _note_classes(found: Found, old: Api, new: Api, matches: Iterable[Match]) -> None:
    if old.client != new.client:
        for before, after in zip(_client_classes(old), _client_classes(new), strict=True):
            found.classes.note(before, after)
    for folder, before, after in (
        ("models", old.models, new.models),
        ("params", old.params, new.params),
    ):
        renamed = renamed_shapes(before, after)
        known = {shape.name: shape for shape in after}
        for shape in before:
            if shape.is_of_call:
                continue
            name, confidence = renamed.get(shape.name, ("", 0.0))
            if shape.name not in known:
                use = f"{folder}.{name}" if name else ""
                found.classes.note(f"{folder}.{shape.name}", use, is_sure=confidence >= SURE)
            now = known.get(name or shape.name)
            if folder == "models" and now is not None and (not name or confidence >= SURE):
                _note_fields(found.fields, shape, now)
                _note_constants(found.constants, shape, now)
    lists = {match.old.call: match for match in matches if match.old is not None}
    for match in lists.values():
        _note_page_classes(found.classes, match)


def _note_fields(names: Names, old: Shape, new: Shape) -> None:
    if old.alias or new.alias or old.constants or new.constants:
        return
    owner = f"models.{new.name}"
    wires = {each.wire: each for each in new.fields}
    kept = {each.name for each in new.fields}
    lost = [each for each in old.fields if each.name not in kept]
    for each in list(lost):
        if (other := wires.get(each.wire)) is not None:
            lost.remove(each)
            names.note(f"{owner}.{each.name}", f"{owner}.{other.name}")
    had = {each.wire for each in old.fields}
    gained = [each for each in new.fields if each.wire not in had]
    for before, after, is_sure in _alike(lost, gained, lambda _one, _other: True):
        names.note(f"{owner}.{before}", f"{owner}.{after}" if after else "", is_sure=is_sure)


def _note_constants(names: Names, old: Shape, new: Shape) -> None:
    """Note the names of values of an enum: a value has another name, or is another value.

    As with arguments, another value with the same description takes the place of one for sure.
    """
    owner = f"models.{new.name}"
    had, has = ({each.value for each in shape.constants} for shape in (old, new))
    now = {each.value: each.name for each in new.constants}
    gained = [each for each in new.constants if each.value not in had]
    gone = [each for each in old.constants if each.value not in has]
    for each in old.constants:
        if each.value in now and each.name != now[each.value]:
            names.note(f"{owner}.{each.name}", f"{owner}.{now[each.value]}")
    if new.constants:
        for before, after, is_sure in _alike(gone, gained, lambda _one, _other: True):
            names.note(f"{owner}.{before}", f"{owner}.{after}" if after else "", is_sure=is_sure)


def _note_page_classes(names: Names, match: Match) -> None:
    """Note the page classes of a list, which are named after its call."""
    classes = [
        each.pagination.page if each is not None and each.pagination is not None else ""
        for each in (match.old, match.new)
    ]
    if classes[0] and classes[0] != classes[1]:
        for prefix in ("", "Async"):
            use = f"models.{prefix}{classes[1]}" if classes[1] else ""
            names.note(f"models.{prefix}{classes[0]}", use, is_sure=match.confidence == 1)


def _classes(api: Api) -> Iterator[str]:
    yield from _client_classes(api)
    yield from (f"models.{shape.name}" for shape in api.models)
    yield from (f"params.{shape.name}" for shape in api.params)
    for operation in api.operations():
        if operation.pagination is not None:
            yield f"models.{operation.pagination.page}"
            yield f"models.Async{operation.pagination.page}"


def _client_classes(api: Api) -> tuple[str, str, str]:
    return api.client, f"Async{api.client}", f"{api.client}Error"
