"""Removes descriptions that a field shares with its type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ...ir import NULL, Field, Ref, Scalar, Shape, TypeRef, Union


def without_repeats(shape: Shape, shapes: Mapping[str, Shape]) -> Shape:
    """Return a shape whose fields do not repeat the descriptions of their own types."""
    if not any(_repeats(field, shapes) for field in shape.fields):
        return shape
    fields = (
        replace(field, doc="") if _repeats(field, shapes) else field for field in shape.fields
    )
    return replace(shape, fields=tuple(fields))


def _repeats(field: Field, shapes: Mapping[str, Shape]) -> bool:
    return bool(field.doc) and field.doc == _doc(field, shapes)


def _doc(field: Field, shapes: Mapping[str, Shape]) -> str:
    shape = shapes.get(_name(field.type))
    # An alias is printed without its description.
    return "" if shape is None or shape.alias is not None else shape.doc


def _name(type_: TypeRef) -> str:
    match type_:
        case Scalar():  # What most types are.
            return ""
        case Ref(name=name):
            return name
        case Union(members=(Ref(name=name), other)) if other == NULL:
            return name
        case _:
            return ""
