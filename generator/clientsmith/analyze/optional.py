"""Which optional modules of the runtime the types of an API need."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ..ir import Among, Choice, ListOf, MapOf, Ref, Scalar, Shape, TupleOf, TypeRef, Union
from ..resources import FORMAT_MODULES

_ENCODED = frozenset({"byte", "decimal", "duration"})
_MOMENTS = frozenset({"date", "date-time", "time"})


def of_answers(types: Iterable[TypeRef], models: Iterable[Shape]) -> Iterator[str]:
    """What reading values of these types, and of the types in `models`, takes."""
    models = list(models)
    for part in every_type((*types, *_inside(models))):
        yield from _of_type(part)
        if isinstance(part, Union) and part.tags:
            yield "tagged.py"
        if isinstance(part, Union) and part.by_enums:
            yield "enum_unions.py"
        if isinstance(part, Choice) and part.is_free:
            yield "suggestions.py"
        if isinstance(part, Scalar | ListOf | MapOf | TupleOf) and part.is_untyped:
            yield "untyped.py"
        if isinstance(part, Scalar) and part.is_exact:
            yield "exact_numbers.py"
        if isinstance(part, Scalar) and part.kind == "string" and part.format in _MOMENTS:
            yield "moments.py"
        if isinstance(part, Scalar) and part.may_be_text:
            yield "number_texts.py"
    if any(shape.extra is not None for shape in models):
        yield "open_models.py"
    if any(shape.later for shape in models):
        yield "later.py"


def of_requests(params: Iterable[Shape]) -> Iterator[str]:
    """What checking values of these shapes takes."""
    params = list(params)
    if any(shape.later for shape in params):
        yield "later.py"
    for part in every_type(_inside(params)):
        yield from _of_type(part)
        if isinstance(part, Scalar) and part.kind == "string" and part.format in FORMAT_MODULES:
            yield f"{FORMAT_MODULES[part.format]}.py"
        if isinstance(part, Scalar) and part.is_exact:
            yield "exact_values.py"
        if isinstance(part, Scalar) and any(each.regex for each in part.limits.patterns):
            yield "patterns.py"
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
        for part in every_type((*types, *_inside(shapes)))
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
        yield from shape.types


def every_type(types: Iterable[TypeRef]) -> Collection[TypeRef]:
    """The types, and those that they are made of; one that many share is there once."""
    found: dict[int, TypeRef] = {}
    waiting = list(types)
    while waiting:
        type_ = waiting.pop()
        if id(type_) in found:
            continue
        found[id(type_)] = type_
        match type_:
            case Scalar() | Ref():  # What most types are.
                pass
            case ListOf(items=part) | MapOf(values=part) | Among(type=part):
                waiting.append(part)
            case Union(members=parts):
                waiting += parts
            case TupleOf(items=parts, rest=rest):
                waiting += parts if rest is None else (*parts, rest)
            case _:
                pass
    return found.values()
