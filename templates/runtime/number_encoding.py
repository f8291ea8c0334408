"""Decimals and integers of any length in requests, whose type decides on number or string."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Required, Union, Unpack, get_args, get_origin, get_type_hints

from typing_extensions import is_typeddict

from .checking import Checker
from .drift import evaluated
from .errors import RequestValidationError
from .formats import checked
from .plain_data import as_plain, is_dict, is_list
from .request import Draft, as_json, scalar


class Number(Decimal):
    """A decimal that is written with all its digits as a JSON number."""


@dataclass(frozen=True)
class _Form:
    """A marker of a type: its values, of the class `kind`, are written as what `write` returns."""

    kind: type
    write: Callable[[Any], object]

    def takes(self, value: object) -> bool:
        return isinstance(value, self.kind) and not isinstance(value, bool)


NumberDecimal = Annotated[Decimal, _Form(Decimal, Number)]
TextInteger = Annotated[int, _Form(int, str)]
IntegerString = Annotated[str, checked("an integer, such as 42", re.compile(r"-?\d+", re.ASCII))]


class ArgumentEncoder:
    """The writer of the arguments of these `names` by their types, which `params` returns."""

    def __init__(self, params: Callable[[], Any], *names: str) -> None:
        self._params, self._names = params, names

    def write(self, draft: Draft, fields: dict[str, object]) -> None:
        draft.encode = full_json
        types = _hints(self._params())
        given = [name for name in self._names if name in fields]
        fields.update({name: encoded(types[name], fields[name]) for name in given})


def full_json(value: object) -> bytes:
    """Return JSON text, with all digits of numbers."""
    if isinstance(value, Number):
        if not value.is_finite():
            raise RequestValidationError(f"JSON has no number {value}")
        return str(value).encode()
    if is_dict(value):
        pairs = (as_json(scalar(key)) + b":" + full_json(item) for key, item in value.items())
        return b"{%s}" % b",".join(pairs)
    if is_list(value):
        return b"[%s]" % b",".join(map(full_json, value))
    return as_json(value)


def encoded(type_: Any, value: Any) -> Any:
    """Return a value as plain data, with what its type marks in that form."""
    members = tuple(_members(type_))
    marks = (mark for member in members for mark in getattr(member, "__metadata__", ()))
    for mark in marks:
        if isinstance(mark, _Form) and mark.takes(value):
            return mark.write(value)
    plain = as_plain(value)
    if is_dict(plain):
        types = _types(members, plain)
        others = [get_args(each)[1] for each in members if get_origin(each) is Mapping]
        other = Union[tuple(others)] if others else Any  # noqa: UP007
        return {key: encoded(types.get(key, other), item) for key, item in plain.items()}
    if is_list(plain):
        rows = [each for each in members if get_origin(each) in (Sequence, tuple)]
        return [encoded(_item(rows, at), item) for at, item in enumerate(plain)]
    return value


def _members(type_: Any) -> Iterator[Any]:
    """Yield the members of a union, nested ones too, or the type itself."""
    if hasattr(type_, "__value__"):
        yield from _members(evaluated(type_.__value__, type_.__module__))
    elif get_origin(type_) in (Union, UnionType, Required):
        for member in get_args(type_):
            yield from _members(member)
    elif get_origin(type_) is Annotated and not any(
        isinstance(mark, _Form) for mark in type_.__metadata__
    ):
        # A deferred type is resolved by its mark.
        deferred = [mark.target for mark in type_.__metadata__ if hasattr(mark, "target")]
        yield from _members(deferred[0] if deferred else get_args(type_)[0])
    else:
        yield type_


def _types(members: Sequence[Any], value: dict[str, Any]) -> dict[str, Any]:
    """Return the types of an object's fields: of several TypedDicts, those that it fits count."""
    shapes = [each for each in members if is_typeddict(each)]
    if len(shapes) > 1:
        shapes = [each for each in shapes if _fits(each, value)] or shapes
    return {key: type_ for each in reversed(shapes) for key, type_ in _hints(each).items()}


def _fits(shape: Any, value: dict[str, Any]) -> bool:
    try:
        _checker(shape).check(value)
    except RequestValidationError:
        return False
    return True


@cache
def _checker(shape: Any) -> Checker:
    return Checker(shape, "")


@cache
def _hints(shape: Any) -> dict[str, Any]:
    return get_type_hints(shape, include_extras=True)


def _item(rows: Sequence[Any], at: int) -> Any:
    """Return the type of the item at this position of an array."""
    types: list[Any] = []
    for row in rows:
        parts = get_args(row)
        last = parts[min(at, len(parts) - 1)]
        # `*tuple[C, ...]` has one of two forms, by whether it was evaluated from a string.
        if get_origin(last) is Unpack:
            (last,) = get_args(last)
        elif not getattr(last, "__unpacked__", False):
            types.append(last)
            continue
        types.append(get_args(last)[0])
    return Union[tuple(types)] if types else Any  # noqa: UP007
