"""Unions whose members the values of their enums tell apart, without a discriminator.

An enum is open in answers, so that each member would take any value, and the first of them all."""

from collections.abc import Callable
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from .drift import (
    annotation_of,
    completed,
    mark_of,
    members_of,
    model_of,
    shape,
    validator,
    wire_name,
)
from .plain import is_dict

_SCALARS = (str, int, bool)
_DEEPEST = 32
"""Objects and arrays inside one another in which enums are looked at."""


class ByEnums:
    """Marks a union: a value is of a member whose enums know all of its values, else of those that
    do not know the fewest: `{"kind": "bus"}` is no `Car`, the enum of whose `kind` is `car`."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        members = get_args(source)

        def read(value: Any, fits_any: Callable[[Any], Any], info: ValidationInfo) -> Any:
            if type(value) not in (dict, list):
                return fits_any(value)
            kept = members
            # What stands in the value itself tells in most cases, and is soon looked at.
            for depth in (1, _DEEPEST):
                counts = [_unknown(member, value, depth) for member in kept]
                least = min(counts)
                if max(counts) > least:
                    pairs = zip(kept, counts, strict=True)
                    kept = tuple(member for member, count in pairs if count == least)
                if len(kept) == 1:
                    break
            if len(kept) == len(members):
                return fits_any(value)
            chosen: Any = kept[0] if len(kept) == 1 else Union[kept]  # noqa: UP007
            return validator(chosen).validate_python(value, context=info.context)

        return core_schema.with_info_wrap_validator_function(read, handler(source))


def _unknown(annotation: Any, value: Any, depth: int) -> int:
    """How many values in `value`, down to a depth, the enums of a type do not know."""
    kind = value.__class__
    if kind in _SCALARS:
        known = _known(annotation)
        return int(known is not None and _with_type(value) not in known)
    if kind not in (dict, list) or not depth:
        return 0
    found = [
        _inside(member, value, depth - 1)
        for member in members_of(annotation)
        if shape(member) is kind
    ]
    return min(found, default=0)


def _inside(member: Any, value: Any, depth: int) -> int:
    mark, model = mark_of(member), model_of(member)
    if hasattr(mark, "members"):
        tag = value.get(mark.name)
        named = mark.members.get(tag) if type(tag) in _SCALARS else None
        return 0 if named is None else _unknown(named, value, depth + 1)
    if model is not None:
        pairs = [(type_, value[name]) for name, type_ in _fields(model) if name in value]
    elif hasattr(mark, "types"):
        pairs = list(zip(mark.types(member, value), value, strict=False))
    else:
        item = (get_args(member) or (Any,))[-1]
        pairs = [(item, part) for part in (value.values() if is_dict(value) else value)]
    return sum(_unknown(type_, part, depth) for type_, part in pairs)


@cache
def _fields(model: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a model in which there may be an enum."""
    pairs = (
        (wire_name(*pair), annotation_of(pair[1])) for pair in completed(model).model_fields.items()
    )
    return tuple(
        (name, type_)
        for name, type_ in pairs
        if _known(type_) is not None or any(map(shape, members_of(type_)))
    )


@cache
def _known(annotation: Any) -> frozenset[tuple[object, Any]] | None:
    """The values of an enum, each with its type; None where a type is no enum."""
    literals = [each for each in members_of(annotation) if get_origin(each) is Literal]
    values = (value for literal in literals for value in get_args(literal))
    return frozenset(map(_with_type, values)) if literals else None


def _with_type(value: Any) -> tuple[object, Any]:
    # In Python, True equals 1.
    return value.__class__, value
