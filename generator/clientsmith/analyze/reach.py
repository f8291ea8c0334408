"""Which shapes the requests, responses and headers of operations reach, and how they look there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import Literal

from ..ir import Field, Operation, Shape, TypeRef
from ..ir.graph import constants_of, refs
from .nodes import join

Mark = Literal["read_only", "write_only"]


def sent_types(operation: Operation, *, in_body: bool = False) -> Iterator[TypeRef]:
    """Yield the types of the arguments of an operation, or of those in its body alone."""
    return (item.type for item in operation.arguments if not in_body or item.location == "body")


def received_types(operation: Operation) -> Iterator[TypeRef]:
    """Yield the types of the responses and errors of an operation."""
    yield from operation.response.types
    yield from (type_ for _, type_ in operation.errors)


def reached(types: Iterable[TypeRef], mentions: Callable[[str], Iterable[str]]) -> set[str]:
    """Return the names of the shapes that values of these types consist of.

    Args:
        types: The types to start from.
        mentions: Returns the names of the shapes that the shape of a name refers to.
    """
    found: set[str] = set()
    waiting = [name for type_ in types for name in refs(type_)]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += mentions(name)
    return found


def reached_without(types: Iterable[TypeRef], shapes: Mapping[str, Shape], mark: Mark) -> set[str]:
    """Return the names of the shapes that types reach by fields other than those with a mark."""
    return reached(types, lambda name: _mentions(shapes[name], mark))


def _mentions(shape: Shape, mark: Mark) -> Iterator[str]:
    for type_ in without(shape, mark).types:
        yield from refs(type_)


def without(shape: Shape, mark: Mark) -> Shape:
    """Return a shape without its fields that have a mark, such as `read_only` ones in a request."""
    has_mark = attrgetter(mark)
    if not any(map(has_mark, shape.fields)):
        return shape
    return replace(shape, fields=tuple(field for field in shape.fields if not has_mark(field)))


def as_sent(shape: Shape, types: Mapping[str, TypeRef]) -> Shape:
    """Return a shape as requests have it.

    Args:
        shape: The shape as the document describes it.
        types: The types of its fields in multipart bodies where they differ, by wire name.
    """
    sent = without(shape, "read_only")
    if not types:
        return sent
    fields = (replace(item, type=types.get(item.wire, item.type)) for item in sent.fields)
    return replace(sent, fields=tuple(fields))


def arguments_shape(operation: Operation, name: str) -> Shape:
    """Return the arguments of a call as a shape, by the names of the arguments."""
    return Shape(
        name=name,
        pointer=join(operation.pointer, "#params"),
        fields=tuple(
            Field(
                name=item.name,
                wire=item.name,
                type=item.type,
                required=item.required,
                default=item.default,
                has_default=item.has_default,
                pointer=item.pointer,
            )
            for item in operation.arguments
        ),
        is_of_call=True,
    )


def header_shapes(
    operations: Iterable[Operation], shapes: Mapping[str, Shape]
) -> tuple[Shape, ...]:
    """Return the shapes that headers of the responses of these operations reach."""
    types = [
        header.type
        for operation in operations
        for response in operation.responses
        for header in response.headers
    ]
    found = reached_without(types, shapes, "write_only")
    found |= constants_of(types, [shapes[name] for name in found])
    return tuple(shapes[name] for name in sorted(found))
