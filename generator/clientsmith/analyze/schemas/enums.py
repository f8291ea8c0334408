"""Enums → types: their values, and the names and descriptions that documents give these."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, cast

from ...document import CONTAINERS, items
from ...identifiers import snake, words
from ...ir import (
    NULL,
    Among,
    Choice,
    Constant,
    Json,
    JsonScalar,
    ListOf,
    MapOf,
    Scalar,
    TypeRef,
)
from ..naming.members import MemberNames, constant_key, one_by_one
from ..nodes import join, visible_text
from .parts import Part, array_at
from .unions import union

_SCALAR = (bool, int, float, str)


class EnumValues(NamedTuple):
    """The values that the `enum` and `const` keywords of a schema allow."""

    values: list[Json]
    is_const: bool
    """Whether there is a `const` among the keywords."""
    pointer: str
    """The pointer of the keyword; of several, of the last."""
    written: list[Any]
    """The values of that keyword as the document lists them."""


def values_of(parts: Iterable[Part]) -> EnumValues | None:
    """Return the values that `enum` and `const` of all parts allow; None where no part has either.

    Of `allOf: [{enum: [a, b]}, {enum: [b, c]}]` they are `[b]`.
    """
    values: list[Json] | None = None
    is_const, pointer, last = False, "", list[Any]()
    for part in parts:
        own, keyword = array_at(part.node, "enum"), "enum"
        if "const" in part.node:
            own, keyword, is_const = [part.node["const"]], "const", True
        if not own:
            continue
        pointer, last = join(part.pointer, keyword), own
        kept = own if values is None else [item for item in values if _among(item, own)]
        # Two enums with nothing in common contradict each other: the later one counts.
        values = _distinct(kept or own)
    return None if values is None else EnumValues(values, is_const, pointer, last)


def choice(enum: EnumValues, kinds: Sequence[str] | None) -> Choice | None:
    """Return the type of the scalars among these values, but for null; None if there are none."""
    scalars = [item for item in enum.values if item is not None and is_scalar(item)]
    named = [kind for kind in kinds or () if kind != "null"]
    plain = tuple(_as_kind(cast("JsonScalar", item), named) for item in scalars)
    distinct = tuple(cast("list[JsonScalar]", _distinct(plain)))
    if not distinct:
        return None
    return Choice(
        distinct,
        enum.is_const and len(distinct) == 1,
        pointer=enum.pointer,
        indexes=_indexes(distinct, [_as_kind(item, named) for item in enum.written]),
    )


def _indexes(values: Sequence[JsonScalar], written: Sequence[JsonScalar]) -> tuple[int, ...]:
    """Return the index of each value in a list; nothing where they are 0, 1, 2 and so on.

    Of `["a", "b"]` in `["a", "a", "b"]` they are `(0, 2)`.
    """
    if [*written[: len(values)]] == [*values]:
        return ()
    known: dict[tuple[bool, JsonScalar], int] = {}
    for index, value in enumerate(written):
        if is_scalar(value):
            known.setdefault((isinstance(value, bool), value), index)
    return tuple(known.get((isinstance(value, bool), value), 0) for value in values)


def compounds(values: Iterable[Json]) -> list[Among]:
    """Return the types of the arrays and of the objects among the values of an enum."""
    found: list[Among] = []
    values = list(values)
    for kind in (list, dict):
        own = [value for value in values if isinstance(value, kind)]
        if own:
            type_ = union(_type_of(value) for value in own)
            found.append(Among(type_, tuple(json.dumps(value) for value in own)))
    return found


def _type_of(value: Json) -> TypeRef:
    """Return the type that a value shows."""
    match value:
        case list():
            return ListOf(union(map(_type_of, value)))
        case dict():
            return MapOf(union(map(_type_of, value.values())))
        case None:
            return NULL
        case bool():
            return Scalar("boolean")
        case str():
            return Scalar("string")
        case _:
            return Scalar("integer" if isinstance(value, int) else "number")


def _as_kind(value: JsonScalar, named: Sequence[str]) -> JsonScalar:
    """Return an enum value in the type beside it: YAML reads an unquoted text as a number."""
    if named == ["string"] and isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if named == ["integer"] and isinstance(value, float) and value.is_integer():
        return int(value)
    if named == ["integer"] and isinstance(value, str) and value.lstrip("-").isdecimal():
        return int(value)
    return value


def is_scalar(value: Json) -> bool:
    """Return whether a value is a JSON scalar."""
    return value is None or isinstance(value, _SCALAR)


def _distinct(values: Iterable[Json]) -> list[Json]:
    found: list[Json] = []
    scalars: set[tuple[bool, Any]] = set()
    for value in values:
        if type(value) in CONTAINERS:
            if not _among(value, found):
                found.append(value)
            continue
        # As `_among`, at once.
        key = isinstance(value, bool), value
        if key not in scalars:
            scalars.add(key)
            found.append(value)
    return found


def _among(value: Json, others: Iterable[Json]) -> bool:
    # True equals 1 in Python, and not in JSON.
    return any(
        value == other and isinstance(value, bool) == isinstance(other, bool) for other in others
    )


def constants(parts: Iterable[Part], kept: Iterable[Json]) -> tuple[Constant, ...]:
    """Return the values of an enum that the document names, of those that are kept.

    Two of them may have the same name.
    """
    known = list(kept)
    found: list[Constant] = []
    for part in parts:
        pairs = zip(_value_names(part), array_at(part.node, "enum"), strict=False)
        for index, (name, value) in enumerate(pairs):
            is_named = isinstance(name, str) and words(name)
            if is_named and is_scalar(value) and _among(value, known):
                doc = _description(part, index, value)
                own = snake(name).rstrip("_").upper()
                pointer = join(part.pointer, "enum", index)
                found.append(Constant(own, cast("JsonScalar", value), doc, pointer))
        if found:
            break
    return tuple(found)


def apart(found: Sequence[Constant], shape: str, names: MemberNames) -> tuple[Constant, ...]:
    """Return the constants of the enum at the pointer `shape` under names that differ."""
    wanted = {constant_key(shape, each.value): each.name for each in found}
    named = names.named(wanted, one_by_one)
    return tuple(replace(each, name=named[constant_key(shape, each.value)]) for each in found)


def _value_names(part: Part) -> list[Any]:
    return array_at(part.node, "x-enum-varnames") or array_at(part.node, "x-enumNames")


def _enum_doc(parts: Iterable[Part]) -> str:
    """Return a line for each value of an enum with its name and its description.

    They are in `x-enum-varnames` or `x-enumNames`, and in `x-enum-descriptions`.
    """
    for part in parts:
        values = array_at(part.node, "enum")
        if not values:
            continue
        names = _value_names(part)
        lines: list[str] = []
        for index, value in enumerate(values) if names or _descriptions(part) else ():
            name = visible_text(names[index]) if index < len(names) else ""
            texts_of = (name, _description(part, index, value))
            text = ": ".join(each for each in texts_of if each and each != value)
            if text:
                lines.append(f"- {value}: {text}")
        if lines:
            return "\n".join(lines)
        # What the type itself cannot tell.
        if any(isinstance(value, float | dict | list) for value in values):
            return f"One of {', '.join(json.dumps(value) for value in values)}."
    return ""


def _descriptions(part: Part) -> Any:
    return part.node.get("x-enum-descriptions") or part.node.get("x-enumDescriptions")


def _description(part: Part, index: int, value: Any) -> str:
    """Return the description of an enum value, by its index in a list or by the value itself."""
    given = _descriptions(part)
    if isinstance(given, dict):
        return visible_text(cast("dict[str, Any]", given).get(str(value)))
    texts = items(given)
    return visible_text(texts[index]) if index < len(texts) else ""


def field_doc(type_: TypeRef, parts: Sequence[Part], doc: str) -> str:
    """Return the description of a field, with those of its enum values."""
    if isinstance(type_, Scalar) and type_ != NULL:
        return doc
    values = _enum_doc(parts)
    return f"{doc}\n\n{values}" if doc and values else doc or values
