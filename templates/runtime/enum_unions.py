"""Unions whose members differ in the values of their enums, without a discriminator.

Enums are open in responses, so that each member would take any value, and the first of them all.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from .drift import completed, mark_of, members_of, model_of, shape, validator
from .models import ANSWER
from .plain_data import wire_name

_Count = Callable[[Any, int], int]
"""Measures how badly a value fits a type, down to a depth: 2 for each value that an enum does not
know, 1 for each that is in a field that the type does not have.
"""

_DEEPEST = 32
"""Objects and arrays inside one another in which enums are looked at."""


class ByEnums:
    """A marker of a union: a value is of the member whose enums know the most of its values.

    `{"kind": "bus"}` is no `Car` if the enum of its `kind` is `car`. A member without the fields of
    a value has no enums to disagree with it either: each such field counts, too.
    """

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        members = get_args(source)
        every = tuple(range(len(members)))
        counters: list[_Count] = []

        @cache
        def of(kept: tuple[int, ...]) -> Callable[..., Any]:
            some = tuple(members[at] for at in kept)
            read: Callable[..., Any] = validator(Union[some]).validate_python  # noqa: UP007
            return read

        def read(value: Any, fits_any: Callable[[Any], Any], info: ValidationInfo) -> Any:
            if value.__class__ not in (dict, list):
                return fits_any(value)
            # At the first value, when all models are defined.
            counters[:] = counters or map(_counter, members)
            kept = every
            # Its own fields decide in most cases, and are cheap to look at.
            for depth in (1, _DEEPEST):
                counts = [counters[at](value, depth) for at in kept]
                least = min(counts)
                kept = tuple([at for at, count in zip(kept, counts, strict=True) if count == least])
                if len(kept) == 1:
                    break
            if kept == every:
                return fits_any(value)
            is_answer = info.context is ANSWER
            return of(kept)(value, context=info.context, by_name=not is_answer)

        return core_schema.with_info_wrap_validator_function(read, handler(source))


@cache
def _counter(annotation: Any) -> _Count:
    """Return the counter of a type.

    Those of its parts are made when a value has them, so that only models in use are completed.
    """
    members = members_of(annotation)
    literals = [member for member in members if get_origin(member) is Literal]
    # In Python, True equals 1.
    known = {(each.__class__, each) for literal in literals for each in get_args(literal)}
    parts: dict[Any, list[_Count]] = {list: [], dict: []}
    for member in members:
        if (kind := shape(member)) in parts:
            parts[kind].append(_inside(member))

    def count(value: Any, depth: int) -> int:
        kind = value.__class__
        if kind in (str, int, bool):
            return 2 if known and (kind, value) not in known else 0
        if not depth or not (counts := parts.get(kind)):
            return 0
        return min([each(value, depth - 1) for each in counts])

    return count


def _inside(member: Any) -> _Count:
    mark: Any = mark_of(member)
    model = model_of(member)
    if hasattr(mark, "members"):
        tagged: dict[Any, Any] = mark.members

        def count(value: Any, depth: int) -> int:
            tag = value.get(mark.name)
            named = tagged.get(tag) if isinstance(tag, (str, int)) else None
            return 0 if named is None else _counter(named)(value, depth + 1)

    elif model is not None:

        def count(value: Any, depth: int) -> int:
            names, counters = _fields(model)
            found = [each(value[name], depth) for name, each in counters if name in value]
            # A model whose other fields are documented has them all.
            if depth and not hasattr(model, "__others__"):
                found += [_leaves(part) for name, part in value.items() if name not in names]
            return sum(found)

    elif hasattr(mark, "types"):

        def count(value: Any, depth: int) -> int:
            pairs = zip(mark.types(member, value), value, strict=False)
            return sum([_counter(type_)(part, depth) for type_, part in pairs])

    else:
        inside = (get_args(member) or (Any,))[-1]

        def count(value: Any, depth: int) -> int:
            # Not made before: an alias may contain itself, as in `Rows = list["Rows"]`.
            item = _counter(inside)
            parts = value.values() if value.__class__ is dict else value
            return sum([item(part, depth) for part in parts])

    return count


@cache
def _fields(model: Any) -> tuple[frozenset[str], list[tuple[str, _Count]]]:
    """Return the names of a model's fields, and the counters of those that may contain an enum."""
    pairs = completed(model).model_fields.items()
    fields = [(wire_name(name, field), field.rebuild_annotation()) for name, field in pairs]
    counters = [(name, _counter(type_)) for name, type_ in fields if _may_tell(type_)]
    return frozenset([name for name, _ in fields]), counters


def _leaves(value: Any) -> int:
    """Return how many values are in a value, at least 1."""
    parts = value.values() if value.__class__ is dict else value if value.__class__ is list else ()
    return sum(map(_leaves, parts)) or 1


def _may_tell(annotation: Any) -> bool:
    members = members_of(annotation)
    return any(get_origin(member) is Literal or shape(member) in (list, dict) for member in members)
