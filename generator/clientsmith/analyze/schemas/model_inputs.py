"""Marks where a request takes a response model: for every object of a body."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ...ir import ListOf, MapOf, Operation, Ref, Scalar, Shape, TupleOf, TypeRef, Union


def arguments_taking_models(operation: Operation, objects: Collection[str]) -> Operation:
    """Mark the references in the body arguments of `operation` to shapes that are `objects`."""
    return replace(
        operation,
        arguments=tuple(
            (
                replace(item, type=_taking_models(item.type, objects))
                if item.location == "body"
                else item
            )
            for item in operation.arguments
        ),
    )


def fields_taking_models(shape: Shape, objects: Collection[str]) -> Shape:
    """Mark the references in the fields of a request's shape to shapes that are `objects`."""
    alias, extra = shape.alias, shape.extra
    return replace(
        shape,
        fields=tuple(
            replace(field, type=_taking_models(field.type, objects)) for field in shape.fields
        ),
        alias=None if alias is None else _taking_models(alias, objects),
        extra=None if extra is None else _taking_models(extra, objects),
    )


def _taking_models(type_: TypeRef, objects: Collection[str]) -> TypeRef:
    match type_:
        case Scalar():  # What most types are.
            return type_
        case Ref(name=name) if name in objects:
            return Ref(name, takes_model=True)
        case ListOf(items=items):
            return replace(type_, items=_taking_models(items, objects))
        case MapOf(values=values):
            return replace(type_, values=_taking_models(values, objects))
        case Union(members=members):
            return replace(
                type_, members=tuple(_taking_models(member, objects) for member in members)
            )
        case TupleOf(items=items, rest=rest):
            return replace(
                type_,
                items=tuple(_taking_models(item, objects) for item in items),
                rest=None if rest is None else _taking_models(rest, objects),
            )
        case _:
            return type_
