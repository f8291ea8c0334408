"""Unions of arrays and objects without a discriminator, distinguished by values of enums.

An enum is open in answers, so that a member of such a union takes the values of all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ...ir import (
    COMPOUND,
    Answer,
    Choice,
    ListOf,
    MapOf,
    Operation,
    Response,
    Shape,
    TupleOf,
    TypeRef,
    Union,
)
from ...ir.graph import every_type, refs
from .number_encodings import holders


class EnumUnions:
    """Marks the unions of arrays or objects whose members differ in the values of enums."""

    def __init__(self, shapes: Mapping[str, Shape], mentions: Mapping[str, Iterable[str]]) -> None:
        own = [name for name, shape in shapes.items() if _has_enum(shape.types)]
        self._holders = holders(own, mentions)

    def shape(self, shape: Shape) -> Shape:
        """Return a shape with such unions marked."""
        if not any(map(self._is_one, every_type(shape.types))):
            return shape
        fields = tuple(replace(field, type=self.type(field.type)) for field in shape.fields)
        extra, alias = shape.extra and self.type(shape.extra), shape.alias and self.type(
            shape.alias
        )
        return replace(shape, fields=fields, extra=extra, alias=alias)

    def operation(self, operation: Operation) -> Operation:
        """Return an operation with such unions marked in its responses and errors."""
        types = (*operation.response.types, *(type_ for _, type_ in operation.errors))
        if not any(map(self._is_one, every_type(types))):
            return operation
        errors = tuple((status, self.type(type_)) for status, type_ in operation.errors)
        return replace(operation, response=self._response(operation.response), errors=errors)

    def _response(self, response: Response) -> Response:
        answers = tuple(map(self._answer, response.answers))
        return replace(response, type=response.type and self.type(response.type), answers=answers)

    def _answer(self, answer: Answer) -> Answer:
        named = tuple((name, self.type(type_)) for name, type_ in answer.named)
        return replace(answer, type=self.type(answer.type), named=named)

    def type(self, type_: TypeRef) -> TypeRef:
        """Return a type with such unions marked."""
        match type_:
            case ListOf(items=items):
                return replace(type_, items=self.type(items))
            case MapOf(values=values):
                return replace(type_, values=self.type(values))
            case TupleOf(items=items, rest=rest):
                items = tuple(map(self.type, items))
                return replace(type_, items=items, rest=rest and self.type(rest))
            case Union(members=members):
                members = tuple(map(self.type, members))
                return replace(type_, members=members, by_enums=self._is_one(type_))
            case _:
                return type_

    def _is_one(self, type_: TypeRef) -> bool:
        if not isinstance(type_, Union) or type_.tags:
            return False
        members = [member for member in type_.members if isinstance(member, COMPOUND)]
        return len(members) > 1 and any(map(self._tells, members))

    def _tells(self, type_: TypeRef) -> bool:
        return _has_enum([type_]) or not self._holders.isdisjoint(refs(type_))


def _has_enum(types: Iterable[TypeRef]) -> bool:
    """Return whether one of these types, or a type inside one, is an enum open to new values."""
    parts = every_type(types)
    return any(isinstance(part, Choice) and not (part.is_const or part.is_free) for part in parts)
