"""Types of values that are of one of several types, and how they are told apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from ..ir import NULL, Anything, Choice, JsonScalar, Ref, Scalar, TypeRef, Union

_FORMED = frozenset({"byte", "date", "date-time", "decimal", "duration", "int64", "time"})
"""The formats that not every text has, of those that answers are read by."""
NOTHING = Union(())
"""The type without values, of the boolean schema `false`."""


def union(members: Iterable[TypeRef]) -> TypeRef:
    """The type of a value that is of one of `members`: flat, without repetition, null last."""
    members = tuple(members)
    if len(members) == 1 and not isinstance(members[0], Union):
        return members[0]
    flat = _flat(members)
    return flat[0] if len(flat) == 1 else Union(tuple(flat)) if flat else Anything()


def some_of(members: Iterable[TypeRef]) -> TypeRef:
    """As `union`, and `NOTHING` where no member has values."""
    flat = _flat(members)
    return union(flat) if flat else NOTHING


def _flat(members: Iterable[TypeRef]) -> list[TypeRef]:
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
    """An enum as it is beside scalars of these kinds: only a suggestion, if they allow all else."""
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
    is_complete: bool = False,
) -> TypeRef:
    """The union of `members`, told apart by the property `discriminator` where `tags` (value → name
    of a shape) has a value for each of them, but for the one that `otherwise` names.
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
    whole = Union(tuple(models), discriminator, kept, otherwise, is_complete)
    return Union((whole, NULL)) if NULL in plain.members else whole


def mixed(members: Iterable[TypeRef]) -> TypeRef:
    """The type of a value that is of one or several of `members` at once."""
    plain = some_of(members)
    if not isinstance(plain, Union):
        return plain
    shapes = tuple(member for member in plain.members if isinstance(member, Ref))
    if len(shapes) < 2:
        return plain
    rest = (member for member in plain.members if member not in shapes)
    return union((Union(shapes, mixes=True), *rest))
