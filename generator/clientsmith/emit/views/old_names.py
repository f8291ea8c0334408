"""Names that an earlier client had, and the warnings and errors for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...ir import Operation, Removed, Renamed, Shape
from ..annotations import Import
from ..values import Code, Doc, Literal, Name

_NAME = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class RemovedView:
    """A removed name, and the message of the error that its use raises."""

    name: Name
    text: Literal
    message: Literal


@dataclass(frozen=True, slots=True)
class RenamedView:
    """An old name, the new one, and what its use warns of."""

    name: Name
    text: Literal
    now: Name
    now_text: Literal
    message: Literal


@dataclass(frozen=True, slots=True)
class OldFieldView:
    """The property of a model that is an old name of a field."""

    decorator: Name
    name: Name
    now: Name
    annotation: Code
    message: Literal
    doc: Doc


def old_fields(shape: Shape, annotations: Mapping[str, str]) -> tuple[OldFieldView, ...]:
    """Return the views of the old names of a model's fields.

    `annotations` has the type of each field by its attribute. A property hides a type of its name
    from those below it: the old name `date` of a field that is a `date`.
    """
    hiding = {each.name for each in shape.renamed}
    decorator = Name("_property" if _hides_property(shape) else "property")
    return tuple(
        OldFieldView(
            decorator,
            Name(each.name),
            Name(each.now),
            Code("object" if hiding & set(_NAME.findall(type_)) else type_),
            _message(shape, each),
            Doc(f"Deprecated: use `{each.now}`, the name that this field has now.", 8),
        )
        for each in shape.renamed
        for type_ in [annotations[each.now]]
    )


def _hides_property(shape: Shape) -> bool:
    """Return whether a class has a member called `property`, which hides the decorator."""
    return "property" in {each.name for each in (*shape.fields, *shape.renamed)}


def old_field_imports(shape: Shape) -> set[Import]:
    """Return the imports that the old names of a model's fields need."""
    used: set[Import] = set()
    if shape.renamed:
        used.add((".._runtime", "deprecation as _deprecation"))
        used |= {("builtins", "property as _property")} if _hides_property(shape) else set()
    if shape.removed:
        used |= {(".._runtime", "old_names as _old_names"), ("typing", "TYPE_CHECKING")}
    return used


@dataclass(frozen=True, slots=True)
class OldConstantView:
    """An old name of a value of an enum."""

    name: Name
    value: Literal
    message: Literal
    doc: Doc


def old_constants(shape: Shape) -> tuple[OldConstantView, ...]:
    """Return the views of the old names of an enum's values."""
    values = {each.name: each.value for each in shape.constants}
    return tuple(
        OldConstantView(
            Name(each.name),
            Literal(values[each.now]),
            _message(shape, each),
            Doc(f"Deprecated: use `{each.now}`, the name that this value has now.", 8),
        )
        for each in shape.renamed
    )


def _message(shape: Shape, name: Renamed) -> Literal:
    old, now = (f"{shape.name}.{each}" for each in (name.name, name.now))
    return Literal(renamed_text(old, now, name.since))


def old_constant_imports(shape: Shape) -> set[Import]:
    """Return the imports that the old names of an enum's values need."""
    if not (shape.renamed or shape.removed):
        return set()
    return {(".._runtime", "old_constants as _old_constants"), ("typing", "TYPE_CHECKING")}


def old_arguments(renamed: Iterable[tuple[Renamed, str, str]], removed: Iterable[Removed]) -> str:
    """Return the arguments for the runtime's `old_arguments`, which takes old names of arguments.

    Each of `renamed` has an old name, and how a user writes that and the new one.
    """
    old = ", ".join(
        f"{Literal(each.name).source}: ({Literal(each.now).source},"
        f" {Literal(renamed_text(before, now, each.since)).source})"
        for each, before, now in renamed
    )
    gone = ", ".join(
        f"{Literal(each.name).source}: {Literal(removed_text(each)).source}" for each in removed
    )
    return f"{{{old}}}, {{{gone}}}"


def removed_views(names: Iterable[Removed]) -> tuple[RemovedView, ...]:
    return tuple(
        RemovedView(Name(each.name), Literal(each.name), Literal(removed_text(each)))
        for each in names
    )


def renamed_views(names: Iterable[Renamed], owner: str = "") -> tuple[RenamedView, ...]:
    """Return the views of old names; `owner` is what has them: `models.Pet`."""
    start = f"{owner}." if owner else ""
    return tuple(
        RenamedView(
            Name(each.name),
            Literal(each.name),
            Name(each.now),
            Literal(each.now),
            Literal(renamed_text(f"{start}{each.name}", f"{start}{each.now}", each.since)),
        )
        for each in names
    )


def removed_text(name: Removed) -> str:
    """Return the message for a removed name: `pets.archive() was removed in 2.1: …`."""
    text = f"{name.what} was removed{_since(' in version', name.since)}"
    if not name.use:
        return text
    return f"{text}: {name.use} is like it" if name.is_guess else f"{text}: use {name.use}"


def renamed_text(old: str, now: str, since: str) -> str:
    """Return the warning for an old name: `pets.archive() is deprecated since version 2.1: …`."""
    return f"{old} is deprecated{_since(' since version', since)}: use {now}"


def _since(words: str, version: str) -> str:
    return f"{words} {version}" if version else ""


def now_of(operation: Operation) -> str:
    """Return the call that took the place of an old one, as a user writes it."""
    return f"{'.'.join(operation.now)}()"
