"""Unions of types, and how their members are distinguished."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from ...ir import NULL, Anything, Choice, JsonScalar, Ref, Scalar, Shape, TypeRef, Union

_FORMED = frozenset({"byte", "date", "date-time", "decimal", "duration", "int64", "time"})
"""The formats that not every text has, of those that answers are read by."""
NOTHING = Union(())
"""The type without values, of the boolean schema `false`."""


def union(members: Iterable[TypeRef]) -> TypeRef:
    """Return the type of a value of one of these types: flat, without repetition, null last."""
    members = tuple(members)
    if len(members) == 1 and not isinstance(members[0], Union):
        return members[0]
    flat = _flat(members)
    return flat[0] if len(flat) == 1 else Union(tuple(flat)) if flat else Anything()


def some_of(members: Iterable[TypeRef]) -> TypeRef:
    """Return the union of these types, `NOTHING` where no member has values."""
    flat = _flat(members)
    return union(flat) if flat else NOTHING


def _flat(members: Iterable[TypeRef]) -> list[TypeRef]:
    """Return the members of a union, each once, those of plain unions among them, and null last.

    `(null | str) | int | str` is `str, int, null`. `Literal["a"] | str` keeps the `Literal`, which
    then only suggests values.
    """
    flat: list[TypeRef] = []
    for member in members:
        # One that is told apart by a property, or whose members mix, stays whole.
        plain = isinstance(member, Union) and not member.tags and not member.mixes
        parts = member.members if isinstance(member, Union) and plain else (member,)
        flat.extend(part for part in parts if part not in flat)
    if len(flat) < 2:
        return flat
    if any(isinstance(member, Anything) for member in flat):
        return [Anything()]
    free = {
        member.kind
        for member in flat
        if isinstance(member, Scalar) and (member.kind != "string" or member.format not in _FORMED)
    }
    if free:
        flat = [_freed(member, free) if isinstance(member, Choice) else member for member in flat]
    flat.sort(key=lambda member: member == NULL)
    return flat


def _freed(choice: Choice, kinds: Collection[str]) -> Choice:
    """Return an enum beside scalars of these kinds: a suggestion, if they allow its values."""
    known = {"number": ("integer", "number")}
    own = {kind for kind in kinds for kind in known.get(kind, (kind,))}
    return replace(choice, is_free=all(_kind(value) in own for value in choice.values))


def _kind(value: JsonScalar) -> str:
    kinds: dict[type, str] = {bool: "boolean", int: "integer", float: "number", str: "string"}
    return kinds.get(type(value), "null")


def tagged(
    members: Iterable[TypeRef],
    discriminator: str,
    tags: dict[JsonScalar, str],
    otherwise: str = "",
    *,
    attribute: str = "",
    is_complete: bool = False,
) -> TypeRef:
    """Return the union of these types, with a discriminator if each has a value of it.

    Args:
        members: The types.
        discriminator: The property whose value selects a member.
        tags: The name of a shape for each value.
        otherwise: The shape for values without a tag.
        attribute: The attribute of the models for the property.
        is_complete: Whether the document itself names that shape.
    """
    plain = union(members)
    if not isinstance(plain, Union):
        return plain
    models = [member for member in plain.members if member != NULL]
    if len(models) < 2 or not all(isinstance(member, Ref) for member in models):
        return plain
    names = {member.name for member in models if isinstance(member, Ref)}
    if not names.issubset([*tags.values(), otherwise]):
        return plain
    kept = tuple((value, name) for value, name in tags.items() if name in names)
    attribute = "" if attribute == discriminator else attribute
    whole = Union(tuple(models), discriminator, kept, otherwise, is_complete, attribute=attribute)
    return Union((whole, NULL)) if NULL in plain.members else whole


def mixed(members: Iterable[TypeRef]) -> TypeRef:
    """Return the type of a value of one or several of these types at once (`anyOf`)."""
    plain = some_of(members)
    if not isinstance(plain, Union):
        return plain
    shapes = tuple(member for member in plain.members if isinstance(member, Ref))
    if len(shapes) < 2:
        return plain
    rest = (member for member in plain.members if member not in shapes)
    return union((Union(shapes, mixes=True), *rest))


def without_null(type_: TypeRef) -> TypeRef:
    """Return a union without null; any other type as it is."""
    if not isinstance(type_, Union) or type_.tags:
        return type_
    return union(member for member in type_.members if member != NULL)


def has_tags(type_: TypeRef) -> bool:
    """Return whether a type, or a member of it, is a union with a discriminator."""
    if not isinstance(type_, Union):
        return False
    return bool(type_.tags) or any(has_tags(member) for member in type_.members)


def object_shapes(type_: TypeRef, shapes: Mapping[str, Shape]) -> list[Shape]:
    """Return the object shapes that a value of a type may have, through aliases and unions."""
    found: dict[str, Shape] = {}
    waiting: list[TypeRef] = [type_]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Union):
            waiting += reversed(one.members)
        elif isinstance(one, Ref) and one.name in shapes and one.name not in found:
            found[one.name] = shape = shapes[one.name]
            waiting += [] if shape.alias is None else [shape.alias]
    return [shape for shape in found.values() if shape.alias is None]
