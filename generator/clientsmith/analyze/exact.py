"""Which calls have numbers whose form in JSON their types alone tell (`Scalar.is_exact`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from ..ir import Argument, FormBody, Operation, RawBody, Scalar, Shape, TypeRef
from ..modules import refs
from .optional import every_type


class Exactness:
    """Looks for such numbers in the values of types, whose shapes are all in `shapes`."""

    def __init__(self, shapes: Mapping[str, Shape]) -> None:
        self._sent = _holders(shapes, _is_sent)
        self._read = _holders(shapes, _is_read)

    def marked(self, operation: Operation) -> Operation:
        """The operation, with what of it has to be written and read exactly."""
        texts = [body for body in operation.bodies() if isinstance(body, FormBody | RawBody)]
        is_json = len(texts) < len(operation.bodies())
        named = tuple(
            item.name
            for item in operation.arguments
            if _is_json(item, is_json) and self.is_sent(item.type)
        )
        read = (*operation.response.types, *(type_ for _, type_ in operation.errors))
        return replace(operation, exact=named, loads_exactly=any(map(self.is_read, read)))

    def is_sent(self, type_: TypeRef) -> bool:
        return any(map(_is_sent, every_type(type_))) or not self._sent.isdisjoint(refs(type_))

    def is_read(self, type_: TypeRef) -> bool:
        """Whether a value has decimals that are numbers of JSON."""
        return any(map(_is_read, every_type(type_))) or not self._read.isdisjoint(refs(type_))


def _is_json(item: Argument, is_json: bool) -> bool:
    """Whether an argument, or what is in it, is written as JSON. A form has scalars as text."""
    if item.location == "body":
        return is_json or not isinstance(item.type, Scalar)
    return bool(item.content)


def _is_sent(type_: TypeRef) -> bool:
    return isinstance(type_, Scalar) and type_.is_exact


def _is_read(type_: TypeRef) -> bool:
    return _is_sent(type_) and isinstance(type_, Scalar) and type_.kind == "number"


def _holders(shapes: Mapping[str, Shape], is_wanted: Callable[[TypeRef], bool]) -> frozenset[str]:
    """The shapes in whose values there are such scalars."""
    above: dict[str, list[str]] = {}
    found: list[str] = []
    for name, shape in shapes.items():
        types = [*(field.type for field in shape.fields), shape.extra, shape.alias]
        inside = [type_ for type_ in types if type_ is not None]
        for mentioned in {other for type_ in inside for other in refs(type_)}:
            above.setdefault(mentioned, []).append(name)
        if any(map(is_wanted, _all(inside))):
            found.append(name)
    holding = set(found)
    while found:
        for name in set(above.get(found.pop(), ())) - holding:
            holding.add(name)
            found.append(name)
    return frozenset(holding)


def _all(types: Iterable[TypeRef]) -> Iterable[TypeRef]:
    return (part for type_ in types for part in every_type(type_))
