"""Which optional modules of the runtime the types of an API need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..ir import Among, Choice, ListOf, MapOf, Scalar, Shape, TupleOf, TypeRef, Union
from ..resources import FORMAT_MODULES

_ENCODED = frozenset({"byte", "decimal", "duration"})


def of_answers(types: Iterable[TypeRef], models: Iterable[Shape]) -> Iterator[str]:
    """What reading values of these types, and of the types in `models`, takes."""
    models = list(models)
    for type_ in (*types, *_inside(models)):
        for part in every_type(type_):
            yield from _of_type(part)
            if isinstance(part, Union) and part.tags:
                yield "tagged.py"
            if isinstance(part, Scalar) and part.is_exact:
                yield "exact_numbers.py"
    if any(shape.extra is not None for shape in models):
        yield "open_models.py"
    if any(shape.later for shape in models):
        yield "later.py"


def of_requests(params: Iterable[Shape]) -> Iterator[str]:
    """What checking values of these shapes takes."""
    params = list(params)
    if any(shape.later for shape in params):
        yield "later.py"
    for type_ in _inside(params):
        for part in every_type(type_):
            yield from _of_type(part)
            if isinstance(part, Scalar) and part.kind == "string" and part.format in FORMAT_MODULES:
                yield f"{FORMAT_MODULES[part.format]}.py"
            if isinstance(part, Scalar) and part.is_exact:
                yield "exact_values.py"
            if isinstance(part, Union) and part.mixes:
                yield "mixing.py"
            if isinstance(part, ListOf) and part.limits.unique_items:
                yield "uniqueness.py"
            if isinstance(part, Among) or (isinstance(part, Choice) and part.has_fractions):
                yield "fractions.py"


def constants_of(types: Iterable[TypeRef], shapes: Iterable[Shape]) -> set[str]:
    """The shapes that have the names of the values of these types, and of those in `shapes`."""
    return {
        part.name
        for type_ in (*types, *_inside(shapes))
        for part in every_type(type_)
        if isinstance(part, Choice) and part.name
    }


def _of_type(type_: TypeRef) -> Iterator[str]:
    match type_:
        case Scalar(kind="string", format=form) if form in _ENCODED:
            yield "encodings.py"
        case TupleOf():
            yield "tuples.py"
        case _:
            return


def _inside(shapes: Iterable[Shape]) -> Iterator[TypeRef]:
    for shape in shapes:
        yield from (field.type for field in shape.fields)
        yield from (type_ for type_ in (shape.extra, shape.alias) if type_ is not None)


def every_type(type_: TypeRef) -> Iterator[TypeRef]:
    """A type and the types that it is made of."""
    yield type_
    match type_:
        case ListOf(items=part) | MapOf(values=part) | Among(type=part):
            yield from every_type(part)
        case Union(members=parts) | TupleOf(items=parts):
            for part in parts:
                yield from every_type(part)
            if isinstance(type_, TupleOf) and type_.rest is not None:
                yield from every_type(type_.rest)
        case _:
            return
