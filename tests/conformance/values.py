"""Values of the types that a client's calls take, made from these types alone.

This walks through `typing` as a user reads it. It knows neither the document nor how the client
was made from it; of the client it knows the names of the texts with a format, such as `DateString`.
"""

from __future__ import annotations

import collections.abc
import copy
import datetime
import io
import math
import os
import re
import sys
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from types import ModuleType
from typing import Any, Literal, Union, get_args, get_origin
from uuid import UUID

import typing_extensions
from annotated_types import Ge, Gt, Le, Lt, MaxLen, MinLen, MultipleOf
from pydantic.fields import FieldInfo

from .patterns import text_matching

_TEXTS = {
    "Base64String": "aGVsbG8=",
    "DateString": "2026-01-31",
    "DateTimeString": "2026-01-31T12:00:00Z",
    "DecimalString": "12.50",
    "DurationString": "PT1H30M",
    "EmailString": "someone@example.com",
    "IPv4String": "192.0.2.1",
    "IPv6String": "2001:db8::1",
    "IntegerString": "42",
    "TimeString": "12:00:00Z",
    "URIString": "https://example.com/a",
    "UUIDString": "0c9f1d7e-4a55-4a52-8f3c-3d9d6f5a9c01",
}
_PLAIN: Mapping[Any, Any] = {
    bool: True,
    bytes: b"hello",
    datetime.date: datetime.date(2026, 1, 31),
    datetime.datetime: datetime.datetime(2026, 1, 31, 12, tzinfo=datetime.UTC),
    datetime.time: datetime.time(12, tzinfo=datetime.UTC),
    datetime.timedelta: datetime.timedelta(hours=1, minutes=30),
    UUID: UUID("0c9f1d7e-4a55-4a52-8f3c-3d9d6f5a9c01"),
    type(None): None,
    None: None,
}
_UNIONS = (Union, types.UnionType)
_ARRAYS = (collections.abc.Sequence, collections.abc.Iterable, list, set, frozenset)
_MAPPINGS = (collections.abc.Mapping, dict)


class NoValue(Exception):
    """No value of a type was found, and why."""


@dataclass
class Rules:
    """What a type says beside its kind."""

    least: float = -math.inf
    most: float = math.inf
    above: float = -math.inf
    below: float = math.inf
    step: list[float] = field(default_factory=list[float])
    short: int = 0
    long: int = sys.maxsize
    regexes: list[str] = field(default_factory=list[str])
    format: str = ""
    enum: tuple[Any, ...] = ()
    is_unique: bool = False
    later: Any = None


class Formats:
    """The names of a client's texts with a format, by the checks that these types carry."""

    def __init__(self, package: str) -> None:
        self._package = package
        self._known: dict[int, str] = {}
        self._seen: set[str] = set()

    def name(self, mark: object) -> str:
        """The name of the type that carries a check, `DateString`; empty where it is of none."""
        self._look()
        return self._known.get(id(mark), "")

    def _look(self) -> None:
        prefix = f"{self._package}._runtime."
        for name, module in list(sys.modules.items()):
            if name.startswith(prefix) and name not in self._seen:
                self._seen.add(name)
                for key, value in list(vars(module).items()):
                    if (key in _TEXTS or key.endswith("Types")) and get_origin(
                        value
                    ) is typing.Annotated:
                        self._known[id(value.__metadata__[0])] = key


@dataclass
class Maker:
    """Makes values: the least of them, without what may be left out, or the most."""

    formats: Formats
    draw: Random
    is_full: bool
    deepest: int = 5
    budget: int = 400
    """How many parts a value may have before what may be left out is."""

    def value(self, type_: Any, module: ModuleType | None = None, depth: int = 0) -> Any:
        """A value of a type; its forward references are names of `module`.

        Raises:
            NoValue: the type has none, or none is found.
        """
        return self._value(type_, Rules(), module, depth)

    def _value(self, type_: Any, rules: Rules, module: ModuleType | None, depth: int) -> Any:
        self.budget -= 1
        if depth > 40:
            raise NoValue("a type without an end")
        type_ = _evaluated(type_, module)
        origin = get_origin(type_)
        if origin is typing.Annotated:
            self._read(type_.__metadata__, rules)
            if rules.later is not None:
                later, rules.later = rules.later, None
                return self._value(later, rules, sys.modules.get(later.__module__), depth)
            return self._value(type_.__origin__, rules, module, depth)
        if origin in (typing.Required, typing.NotRequired, typing.Unpack, typing.Final):
            return self._value(get_args(type_)[0], rules, module, depth)
        if isinstance(type_, typing_extensions.TypeAliasType):
            return self._value(type_.__value__, rules, sys.modules[type_.__module__], depth)
        if isinstance(origin, typing_extensions.TypeAliasType):
            return self._value(origin.__value__, rules, sys.modules[origin.__module__], depth)
        if rules.enum:
            return self.draw.choice(rules.enum)
        if origin in _UNIONS:
            return self._member(get_args(type_), rules, module, depth)
        if origin is Literal:
            return self.draw.choice(get_args(type_))
        if typing_extensions.is_typeddict(type_):
            return self._object(type_, depth)
        if origin is tuple:
            return self._tuple(get_args(type_), rules, module, depth)
        if origin in _ARRAYS or type_ in _ARRAYS:
            return self._array((get_args(type_) or (object,))[0], rules, module, depth)
        if origin in _MAPPINGS or type_ in _MAPPINGS:
            return self._mapping((get_args(type_) or (str, object))[1], rules, module, depth)
        return self._plain(type_, rules)

    def _read(self, marks: tuple[Any, ...], rules: Rules) -> None:
        for mark in marks:
            if isinstance(mark, FieldInfo):
                self._read(tuple(mark.metadata), rules)
            elif isinstance(mark, (Ge, Gt, Le, Lt)):
                _bound(mark, rules)
            elif isinstance(mark, MultipleOf):
                rules.step.append(float(mark.multiple_of))  # type: ignore[arg-type]
            elif isinstance(mark, MinLen):
                rules.short = max(rules.short, mark.min_length)
            elif isinstance(mark, MaxLen):
                rules.long = min(rules.long, mark.max_length)
            elif hasattr(mark, "regex"):
                # As the document writes it: what the client checks is in the dialect of Rust.
                rules.regexes.append(mark.shown or mark.regex)
            elif hasattr(mark, "target"):
                rules.later = mark.target
            elif type(mark).__name__ == "Unique":
                rules.is_unique = True
            elif name := self.formats.name(mark):
                rules.format = name
            elif "one_of" in getattr(getattr(mark, "func", None), "__qualname__", ""):
                rules.enum = _closed_over(mark.func, "values")

    def _member(
        self, members: tuple[Any, ...], rules: Rules, module: ModuleType | None, depth: int
    ) -> Any:
        """A value of one of these; where it is deep already, of the one that ends soonest."""
        order = [each for each in members if not _is_of_client(each)]
        self.draw.shuffle(order)
        # What a user has in mind is rarely null.
        order.sort(key=lambda each: each is type(None))
        if depth >= self.deepest:
            order.sort(key=lambda each: typing_extensions.is_typeddict(_evaluated(each, module)))
        said = ""
        for each in order:
            try:
                return self._value(each, copy.deepcopy(rules), module, depth + 1)
            except NoValue as problem:
                said = said or str(problem)
        raise NoValue(said or "a union of nothing")

    def _object(self, type_: Any, depth: int) -> dict[str, Any]:
        module = sys.modules[type_.__module__]
        made: dict[str, Any] = {}
        for name, hint in fields_of(type_).items():
            # A type in quotes says `Required` only when it is evaluated.
            is_needed = name in type_.__required_keys__ or get_origin(hint) is typing.Required
            if not is_needed and (not self.is_full or depth >= self.deepest or self.budget < 0):
                continue
            try:
                made[name] = self._value(hint, Rules(), module, depth + 1)
            except NoValue as problem:
                if is_needed:
                    raise NoValue(f"{name}: {problem}") from None
        return made

    def _array(self, item: Any, rules: Rules, module: ModuleType | None, depth: int) -> Any:
        count = max(rules.short, min(1, rules.long) if depth < self.deepest else 0)
        if self.is_full and depth < self.deepest and self.budget > 0:
            count = max(count, min(2, rules.long))
        made: list[Any] = []
        for _ in range(min(count, 2000)):
            try:
                made.append(self._different(item, made, rules, module, depth))
            except NoValue:
                if len(made) < rules.short:
                    raise
                break
        return made

    def _different(
        self, item: Any, made: list[Any], rules: Rules, module: ModuleType | None, depth: int
    ) -> Any:
        value = self._value(item, Rules(), module, depth + 1)
        for _ in range(50 if rules.is_unique else 0):
            if value not in made:
                break
            value = self._value(item, Rules(), module, depth + 1)
        if rules.is_unique and value in made:
            raise NoValue("an array of different items, of which there are too few")
        return value

    def _tuple(
        self, items: tuple[Any, ...], rules: Rules, module: ModuleType | None, depth: int
    ) -> Any:
        made: list[Any] = []
        for item in items:
            if item is Ellipsis:
                continue
            rest = get_args(item)[0] if get_origin(item) is typing.Unpack else item
            if get_origin(rest) is tuple and (
                rest is not item or getattr(item, "__unpacked__", False)
            ):
                rest = get_args(rest)[0]
                while len(made) < rules.short:
                    made.append(self._value(rest, Rules(), module, depth + 1))
                continue
            made.append(self._value(item, Rules(), module, depth + 1))
        return tuple(made)

    def _mapping(self, item: Any, rules: Rules, module: ModuleType | None, depth: int) -> Any:
        count = max(rules.short, int(self.is_full and depth < self.deepest and rules.long > 0))
        made: dict[str, Any] = {}
        for at in range(count):
            try:
                made[f"key{at + 1}"] = self._value(item, Rules(), module, depth + 1)
            except NoValue:
                if len(made) < rules.short:
                    raise
        return made

    def _plain(self, type_: Any, rules: Rules) -> Any:
        if rules.format.endswith("Types"):
            return b"hello"
        if type_ is str:
            return self._text(rules)
        if type_ is int:
            return self._number(rules, whole=True)
        if type_ is float:
            return self._number(rules, whole=False)
        if type_ is Decimal:
            return Decimal(str(self._number(rules, whole=False)))
        if type_ in (object, Any):
            return self.draw.choice(["any", 1, True, {"any": "value"}])
        if type_ in _PLAIN:
            return _PLAIN[type_]
        if get_origin(type_) in (os.PathLike, typing.IO) or type_ in (typing.IO, io.BytesIO):
            raise NoValue("a file")
        raise NoValue(f"the type {type_!r:.80}")

    def _text(self, rules: Rules) -> str:
        text = _TEXTS.get(rules.format)
        if text is None and not rules.regexes:
            # Two calls of one kind rarely give the same.
            text = self.draw.choice(["alpha", "beta 2", "gamma", "Delta", "épsilon"])
            text = (text * (rules.short // len(text) + 1))[: max(len(text), rules.short)]
            text = text[: rules.long] if rules.long < len(text) else text
            # A space at the end would be another rule's concern.
            return text if text.strip() == text else text.replace(" ", "_")
        tries = [text] if text is not None else []
        tries += _others(rules.format)
        for each in tries:
            if rules.short <= len(each) <= rules.long and all(
                re.search(regex, each) for regex in rules.regexes
            ):
                return each
        if rules.regexes:
            made = text_matching(rules.regexes, rules.short, rules.long, self.draw)
            if made is not None:
                return made
            raise NoValue(f"a text that matches {rules.regexes[0]!r:.80}")
        raise NoValue(f"a {rules.format} of {rules.short} to {rules.long} characters")

    def _number(self, rules: Rules, whole: bool) -> float:
        """A number within the bounds: near 3 where these allow it."""
        least, most = max(rules.least, rules.above), min(rules.most, rules.below)
        start = least if least > 0 or most < 1 else max(least, 0)
        step: Any = _common([*rules.step, *([1.0] if whole else [])] or [0.5])
        step = int(step) if whole else step
        if start == -math.inf:
            start = most - 10 * step
        # Integers stay exact: a double has no 9007199254740993.
        first = -(-math.ceil(start) // step) if whole else math.ceil(start / step - 1e-9)
        for at in (first + self.draw.randint(0, 3), first + 1, first, first + 2):
            number = at * step if whole else float(Decimal(str(step)) * at)
            is_within = rules.least <= number <= rules.most
            if is_within and rules.above < number < rules.below:
                return number
        if not rules.step and not whole and math.isfinite(least + most):
            return (least + most) / 2
        raise NoValue(f"a number from {least} to {most}")


def fields_of(type_: Any) -> dict[str, Any]:
    """The types of the keys of a TypedDict."""
    return typing_extensions.get_type_hints(type_, include_extras=True)


def _others(format_: str) -> list[str]:
    return {
        "DateString": ["2000-01-01", "1999-12-31"],
        "DateTimeString": ["2026-01-31T12:00:00.000Z", "2026-01-31T12:00:00+00:00"],
        "URIString": ["http://example.com", "https://a.io", "mailto:a@b.c"],
        "EmailString": ["a@b.io"],
        "UUIDString": ["0C9F1D7E-4A55-4A52-8F3C-3D9D6F5A9C01"],
    }.get(format_, [])


def _evaluated(type_: Any, module: ModuleType | None) -> Any:
    if isinstance(type_, typing.ForwardRef):
        type_ = type_.__forward_arg__
    if isinstance(type_, str):
        names = vars(module) if module is not None else {}
        return eval(type_, dict(names))
    return type_


def _bound(mark: Any, rules: Rules) -> None:
    if isinstance(mark, Ge):
        rules.least = max(rules.least, mark.ge)  # type: ignore[call-overload]
    elif isinstance(mark, Gt):
        rules.above = max(rules.above, mark.gt)  # type: ignore[call-overload]
    elif isinstance(mark, Le):
        rules.most = min(rules.most, mark.le)  # type: ignore[call-overload]
    else:
        rules.below = min(rules.below, mark.lt)


def _common(steps: list[float]) -> float:
    """The least common multiple of these."""
    if len(steps) == 1:
        return steps[0]
    scale = 10**6
    return math.lcm(*(round(step * scale) for step in steps)) / scale


def _closed_over(function: Any, name: str) -> tuple[Any, ...]:
    cells: Iterator[tuple[str, Any]] = zip(
        function.__code__.co_freevars, function.__closure__ or (), strict=True
    )
    return next((tuple(cell.cell_contents) for key, cell in cells if key == name), ())


def _is_of_client(type_: Any) -> bool:
    """Whether a member of a union is the client's own mark of absence or its base of models."""
    return getattr(type_, "__name__", "") in ("Omit", "Model")
