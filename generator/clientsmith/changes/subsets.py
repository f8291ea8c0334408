"""Whether every value of one type is a value of another, which decides what a change breaks."""

from __future__ import annotations

from collections.abc import Mapping

from ..emit.annotations import for_argument
from ..ir import (
    NO_LIMITS,
    NULL,
    Anything,
    Choice,
    JsonScalar,
    Limits,
    ListOf,
    MapOf,
    Ref,
    Scalar,
    Shape,
    TupleOf,
    TypeRef,
    Union,
)

Shapes = Mapping[str, Shape]
_DEEPEST = 50
"""Objects in one another that are compared; what is deeper is not said to fit."""
_MATCHING_ALL = (".*", "^.*$", "^.*", ".*$")
_BOUNDS = (
    *(("minimum", 1), ("maximum", -1), ("exclusive_minimum", 1), ("exclusive_maximum", -1)),
    *(("min_length", 1), ("max_length", -1), ("min_items", 1), ("max_items", -1)),
    *(("min_properties", 1), ("max_properties", -1)),
)


def members(type_: TypeRef) -> tuple[TypeRef, ...]:
    """Return the members of a union, or the type itself, without null."""
    found = type_.members if isinstance(type_, Union) else (type_,)
    return tuple(member for member in found if member != NULL)


def resolved(type_: TypeRef, shapes: Shapes) -> TypeRef:
    """Follow references to shapes that are aliases of other types."""
    for _ in range(len(shapes) + 1):
        shape = shapes.get(type_.name) if isinstance(type_, Ref) else None
        if shape is None or shape.alias is None:
            break
        type_ = shape.alias
    return type_


def limits_of(type_: TypeRef) -> Limits:
    """Return the limits of a type that can have some."""
    return type_.limits if isinstance(type_, Scalar | ListOf | MapOf) else NO_LIMITS


def is_narrower(old: Limits, new: Limits) -> bool:
    """Return whether a value within the old limits may be outside of the new ones."""
    for name, sign in _BOUNDS:
        before, after = getattr(old, name), getattr(new, name)
        if after is not None and (before is None or after * sign > before * sign):
            return True
    if new.multiple_of is not None and not _divides(new.multiple_of, old.multiple_of):
        return True
    if new.unique_items and not old.unique_items:
        return True
    # A client does not check a pattern that its own example does not match, nor one without a
    # translation; a server may. `.*` refuses no text.
    given = [{each.source or each.regex for each in limits.patterns} for limits in (old, new)]
    return not given[1] - {"", *_MATCHING_ALL} <= given[0]


def _divides(step: float, multiple: float | None) -> bool:
    return multiple is not None and float(multiple / step).is_integer()


class Subsets:
    """Compares values of types whose shapes are those of two clients."""

    def __init__(self, of: Shapes, other: Shapes) -> None:
        self._of, self._other = of, other
        self._known: dict[tuple[str, str], bool] = {}
        self._depth = 0

    def fits(self, one: TypeRef, other: TypeRef) -> bool:
        """Return whether every value of `one` is a value of `other`, as far as types tell.

        `Literal["a"]` fits `str`, `int` fits `float`; an object fits one that asks for no more.
        """
        one, other = resolved(one, self._of), resolved(other, self._other)
        if isinstance(other, Anything):
            return True
        if isinstance(one, Union):
            return all(self.fits(member, other) for member in one.members)
        if isinstance(other, Union):
            return any(self.fits(one, member) for member in other.members) or (
                isinstance(one, Choice) and self._values_fit(one, other)
            )
        match one, other:
            case Choice(values=values), Choice(values=known):
                return other.is_free or set(map(_key, values)) <= set(map(_key, known))
            case Choice(values=values), Scalar():
                return all(_is_of(value, other) for value in values)
            case Scalar(), Scalar():
                return self._scalar_fits(one, other)
            case ListOf(), ListOf():
                return not is_narrower(one.limits, other.limits) and self.fits(
                    one.items, other.items
                )
            case MapOf(), MapOf():
                return not is_narrower(one.limits, other.limits) and self.fits(
                    one.values, other.values
                )
            case TupleOf(), TupleOf():
                return len(one.items) == len(other.items) and all(
                    self.fits(a, b) for a, b in zip(one.items, other.items, strict=True)
                )
            case Ref(), Ref():
                return self._object_fits(one.name, other.name)
            case _:
                return one == other

    def _values_fit(self, one: Choice, other: Union) -> bool:
        return all(
            any(self.fits(Choice((value,)), member) for member in other.members)
            for value in one.values
        )

    def _scalar_fits(self, one: Scalar, other: Scalar) -> bool:
        if is_narrower(one.limits, other.limits):
            return False
        if one.kind == "integer" and other.kind == "number":
            return other.format is None
        given = [set(for_argument(each).code.source.split(" | ")) for each in (one, other)]
        is_same = one.kind == other.kind and one.format == other.format
        return one.kind == other.kind and (
            is_same or (other.format is None and given[0] <= given[1])
        )

    def _object_fits(self, one: str, other: str) -> bool:
        pair = (one, other)
        if pair in self._known:
            return self._known[pair]
        ours, theirs = self._of.get(one), self._other.get(other)
        if ours is None or theirs is None or self._depth == _DEEPEST:
            return False
        # A shape that refers to itself fits, unless something else in it does not.
        self._known[pair] = True
        self._depth += 1
        self._known[pair] = self._fields_fit(ours, theirs)
        self._depth -= 1
        return self._known[pair]

    def _fields_fit(self, ours: Shape, theirs: Shape) -> bool:
        own = {field.wire: field for field in ours.fields}
        for field in theirs.fields:
            known = own.pop(field.wire, None)
            if known is None:
                if field.required:
                    return False
            elif (field.required and not known.required) or not self.fits(known.type, field.type):
                return False
        return not own or theirs.extra is not None


def _key(value: JsonScalar) -> tuple[bool, JsonScalar]:
    # In Python `True == 1`, in JSON they are two values.
    return isinstance(value, bool), value


def _is_of(value: JsonScalar, type_: Scalar) -> bool:
    if type_.format is not None or is_narrower(NO_LIMITS, type_.limits):
        return False
    match value:
        case bool():
            return type_.kind == "boolean"
        case int():
            return type_.kind in ("integer", "number")
        case float():
            return type_.kind == "number"
        case str():
            return type_.kind == "string"
        case None:
            return type_.kind == "null"
