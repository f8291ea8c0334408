"""Which calls have numbers whose JSON form their type decides: decimals, integers as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ...ir import Argument, FormBody, Operation, RawBody, Scalar, Shape, TypeRef
from ...ir.graph import every_type, refs


class NumberEncodings:
    """Finds the numbers whose form in JSON is not that of their Python value."""

    def __init__(self, shapes: Mapping[str, Shape], mentions: Mapping[str, Iterable[str]]) -> None:
        encoded = {
            name: found for name, shape in shapes.items() if (found := _encoded(shape.types))
        }
        read = (name for name, found in encoded.items() if any(map(_is_read, found)))
        self._sent = holders(encoded, mentions)
        self._read = holders(read, mentions)

    def marked(self, operation: Operation) -> Operation:
        """Return an operation with the arguments and responses marked that have such numbers."""
        texts = [body for body in operation.bodies() if isinstance(body, FormBody | RawBody)]
        is_json = len(texts) < len(operation.bodies())
        named = tuple(
            item.name
            for item in operation.arguments
            if _is_json(item, is_json) and self.is_sent(item.type)
        )
        types = (*operation.response.types, *(type_ for _, type_ in operation.errors))
        is_read = any(map(self.is_read, types))
        if not named and not is_read:
            return operation
        return replace(operation, encoded_arguments=named, loads_decimals=is_read)

    def is_sent(self, type_: TypeRef) -> bool:
        """Return whether a value of this type has such numbers in a request."""
        if isinstance(type_, Scalar):
            return type_.has_own_encoding
        return bool(_encoded([type_])) or not self._sent.isdisjoint(refs(type_))

    def is_read(self, type_: TypeRef) -> bool:
        """Return whether a value of this type has decimals that are JSON numbers."""
        return any(map(_is_read, _encoded([type_]))) or not self._read.isdisjoint(refs(type_))


def _is_json(item: Argument, is_json: bool) -> bool:
    """Return whether an argument is written as JSON; a form has scalars as text."""
    if item.location == "body":
        return is_json or not isinstance(item.type, Scalar)
    return bool(item.content)


def _encoded(types: Iterable[TypeRef]) -> list[Scalar]:
    """Return such scalars among these types and the types inside them."""
    return [
        part for part in every_type(types) if isinstance(part, Scalar) and part.has_own_encoding
    ]


def _is_read(scalar: Scalar) -> bool:
    return scalar.kind == "number"


def holders(names: Iterable[str], mentions: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Return the shapes of these names, and those that refer to them, directly or not.

    Args:
        names: The names of the shapes.
        mentions: For each shape, the names of the shapes that it refers to.
    """
    found = list(names)
    above: dict[str, list[str]] = {}
    for name, mentioned in mentions.items() if found else ():
        for other in mentioned:
            above.setdefault(other, []).append(name)
    holding = set(found)
    while found:
        for name in set(above.get(found.pop(), ())) - holding:
            holding.add(name)
            found.append(name)
    return frozenset(holding)
