"""Values of the types of requests, as a program of Python has them: at each limit, of each enum."""

from __future__ import annotations

import json
from collections.abc import Mapping
from random import Random

from clientsmith.ir import (
    NULL,
    Among,
    Anything,
    Argument,
    Choice,
    Limits,
    ListOf,
    MapOf,
    Ref,
    Scalar,
    Shape,
    TupleOf,
    TypeRef,
    Union,
    Upload,
)

from ..conformance.patterns import text_matching

_MOST = 4
"""Values of one type that are tried in one place, besides those of an enum."""
_DEEPEST = 4
_TEXTS = {
    "date": "2026-01-31",
    "date-time": "2026-01-31T12:00:00Z",
    "time": "12:00:00Z",
    "duration": "PT1H",
    "uuid": "0c9f1d7e-4a55-4a52-8f3c-3d9d6f5a9c01",
    "email": "someone@example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.com/a",
    "byte": "aGVsbG8=",
    "decimal": "12.50",
    "int64": "42",
}


class Values:
    """Makes values of the types of one client."""

    def __init__(self, params: Mapping[str, Shape]) -> None:
        self._params = params
        self._draw = Random(0)

    def first(self, argument: Argument) -> str:
        found = [text for text in self.of(argument.type) if text not in ("[]", "{}", "None")]
        return found[0] if found else "None"

    def of(self, type_: TypeRef, depth: int = 0) -> list[str]:
        """Return values of the type of a request, as Python has them, the usual one first."""
        found: list[str]
        match type_:
            case Scalar():
                found = self._scalars(type_)
            case Choice(values=values):
                return [repr(value) for value in values]
            case Among(values=values):
                return [repr(_loaded(value)) for value in values]
            case ListOf(items=items, limits=limits):
                found = self._lists(items, limits, depth)
            case TupleOf(items=items):
                parts = [self.of(item, depth + 1) for item in items]
                found = [f"({', '.join(each[0] for each in parts)},)"] if all(parts) else []
            case MapOf(values=values):
                found = [f"{{'key': {text}}}" for text in self.of(values, depth + 1)[:_MOST]]
            case Ref(name=name) if name in self._params:
                found = self.objects(self._params[name], depth)
            case Union(members=members):
                by_member = [self.of(each, depth + 1) for each in members if each != NULL]
                found = [text for each in by_member for text in each]
                found += ["None"] if NULL in members else []
                return found if depth < 2 else found[:_MOST]
            case Upload():
                found = ["b'hello'"]
            case Anything():
                found = ["'any'", "1"]
            case _:
                found = []
        return found[: 4 * _MOST]

    def objects(self, shape: Shape, depth: int = 0) -> list[str]:
        if shape.alias is not None:
            return self.of(shape.alias, depth)
        if depth > _DEEPEST:
            return []
        values = {field.wire: self.of(field.type, depth + 1) for field in shape.fields}
        needed = {field.wire: values[field.wire][:1] for field in shape.fields if field.required}
        if not all(needed.values()):
            return []
        base = {wire: texts[0] for wire, texts in needed.items()}
        found = [_object(base)]
        for field in shape.fields:
            texts = values[field.wire][: _MOST if depth else None]
            found += [_object({**base, field.wire: text}) for text in texts]
        if shape.extra is not None and shape.extra == Anything():
            found.append(_object({**base, "another": "'any'"}))
        return list(dict.fromkeys(found))

    def _lists(self, items: TypeRef, limits: Limits, depth: int) -> list[str]:
        inner = self.of(items, depth + 1)
        if not inner:
            return []
        least = max(limits.min_items or 0, 1)
        most = limits.max_items
        if limits.unique_items and least > 1:
            return [f"[{', '.join(inner[:least])}]"] if len(inner) >= least else []
        found = [f"[{', '.join([text] * least)}]" for text in inner]
        if not limits.min_items:
            found.append("[]")
        if most is not None and 1 < most <= 100 and not limits.unique_items:
            found.append(f"[{', '.join([inner[0]] * most)}]")
        return found

    def _scalars(self, type_: Scalar) -> list[str]:
        limits = type_.limits
        if type_.kind == "boolean":
            return ["True", "False"]
        if type_.kind == "null":
            return ["None"]
        if type_.kind in ("integer", "number"):
            return _numbers(type_, limits)
        if type_.format in _TEXTS:
            return [repr(_TEXTS[type_.format])]
        if type_.format == "binary":
            return ["b'hello'"]
        return self._strings(limits)

    def _strings(self, limits: Limits) -> list[str]:
        least, most = limits.min_length or 0, limits.max_length
        patterns = [each.source for each in limits.patterns if each.regex and each.source]
        if patterns:
            texts = [
                text_matching(patterns, low, 300 if most is None else most, self._draw)
                for low in (max(least, 1), min(least + 8, most if most is not None else 99))
            ]
            return [repr(text) for text in dict.fromkeys(texts) if text is not None]
        texts = [("text" + "a" * least)[: max(least, 4 if most is None else min(4, most))]]
        texts += ["a" * least] if least else ["a text"]
        texts += ["a" * min(most, 3000)] if most is not None else ["a" * max(least, 60)]
        return [repr(text) for text in dict.fromkeys(texts)]


def _numbers(type_: Scalar, limits: Limits) -> list[str]:
    low, high = limits.minimum, limits.maximum
    is_int = type_.kind == "integer"
    step = limits.multiple_of or (1 if is_int else 0.5)
    if limits.exclusive_minimum is not None:
        low = limits.exclusive_minimum + step
    if limits.exclusive_maximum is not None:
        high = limits.exclusive_maximum - step
    middle = low if low is not None else (high if high is not None and high < 1 else step)
    found = [middle, low if low is not None else -1000 * step]
    found.append(high if high is not None else (low or 0) + 1000 * step)
    if not is_int and limits.multiple_of is None and (high is None or middle + 0.5 <= high):
        found.append(middle + 0.5)
    kept = [each for each in found if limits.multiple_of is None or each % step == 0]
    return list(dict.fromkeys(repr(int(each) if is_int else each) for each in kept))


def _object(fields: Mapping[str, str]) -> str:
    return f"{{{', '.join(f'{wire!r}: {text}' for wire, text in fields.items())}}}"


def _loaded(text: str) -> object:
    return json.loads(text)
