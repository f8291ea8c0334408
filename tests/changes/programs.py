"""Programs that are valid for a client: each call, argument, field, enum value and error of it.

They are written from the IR of the old document. A program is one function for each use, which has
the type that the old client gives to everything that it reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from random import Random

from clientsmith.emit.annotations import for_argument, for_result, nullable
from clientsmith.ir import (
    NULL,
    Among,
    Anything,
    Api,
    Argument,
    Choice,
    Limits,
    ListOf,
    MapOf,
    Operation,
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
_ERRORS = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "422": "UnprocessableEntityError",
    "429": "RateLimitError",
    "500": "InternalServerError",
}
HEAD = """
from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Literal, Union

from {folder} import client as api
from {folder}.client import models, params


def expect(value: object, *kinds: type) -> None:
    if not isinstance(value, kinds):
        raise AssertionError(f"{{value!r}} is none of {{kinds}}")


def expect_one(value: object, *known: object) -> None:
    if value not in known:
        raise AssertionError(f"{{value!r}} is none of {{known}}")

"""


@dataclass(frozen=True, slots=True)
class Use:
    """One thing that a program does with a client."""

    subject: str
    """What it uses: `client.pets.list(limit=)`, `models.Pet.name`."""
    lines: tuple[str, ...]
    call: str = ""
    """The call that it makes, without arguments: `client.pets.list`."""


class Programs:
    """Writes the uses of one client."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._params = {shape.name: shape for shape in api.params}
        self._models = {shape.name: shape for shape in api.models}
        self._draw = Random(0)

    def uses(self) -> list[Use]:
        """Return the uses, each once."""
        found: dict[tuple[str, ...], Use] = {}
        for operation in self._api.operations():
            for use in self._of(operation):
                found.setdefault(use.lines, replace(use, call=f"client.{operation.call}"))
        for use in self._names():
            found.setdefault(use.lines, use)
        return list(found.values())

    def _names(self) -> Iterator[Use]:
        for folder, shapes in (("models", self._models), ("params", self._params)):
            for name, shape in shapes.items():
                if not shape.is_of_call:
                    text = f"def inner(value: {folder}.{name}) -> None: ..."
                    yield Use(f"{folder}.{name}", (text, f"{folder}.{name}"))
                if folder == "params" and shape.alias is None and not shape.is_of_call:
                    # What a program makes before it sends it; only a type checker minds.
                    for text in self._objects(shape, 0):
                        line = f"given: {folder}.{name} = {text}"
                        yield Use(f"{folder}.{name}", (line,))
                for constant in shape.constants:
                    if folder == "models" and shape.constants:
                        line = f"expect_one(models.{name}.{constant.name}, {constant.value!r})"
                        yield Use(f"models.{name}.{constant.name}", (line,))

    def _of(self, operation: Operation) -> Iterator[Use]:
        call = f"client.{operation.call}"
        needed = {each.name: self._first(each) for each in operation.arguments if each.required}
        yield Use(f"{call}()", (self._call(operation, needed),))
        for argument in operation.arguments:
            for value in self._values(argument.type, 0):
                given = {**needed, argument.name: value}
                subject = f"{call}({argument.name}=)"
                yield Use(subject, (self._call(operation, given),))
            annotation = for_argument(argument.type).code.source
            # These two names are of modules that not every client has.
            if "core." not in annotation and "Types" not in annotation:
                given = {**needed, argument.name: "given"}
                line = f"given: {annotation} = {self._first(argument)}"
                yield Use(f"{call}({argument.name}=)", (line, self._call(operation, given)))
        yield from self._results(operation, needed)
        yield from self._errors(operation, needed)

    def _call(self, operation: Operation, given: Mapping[str, str]) -> str:
        places = [
            each.name for each in operation.arguments if each.positional and each.name in given
        ]
        texts = [given[name] for name in places]
        texts += [f"{name}={text}" for name, text in given.items() if name not in places]
        return f"client.{operation.call}({', '.join(texts)})"

    def _results(self, operation: Operation, needed: Mapping[str, str]) -> Iterator[Use]:
        type_ = operation.response.type
        call = self._call(operation, needed)
        if operation.response.answers or type_ is None:
            return
        if operation.pagination is not None:
            lines = (f"for item in {call}:", "    expect(item, object)", "    break")
            yield Use(f"client.{operation.call}()", lines)
            head = (f"result = {call}",)
        else:
            head = (f"result: {for_result(type_).code.source} = {call}",)
        yield from self._reads(type_, "result", head, f"client.{operation.call}()", 0)

    def _reads(
        self, type_: TypeRef, name: str, head: tuple[str, ...], subject: str, depth: int
    ) -> Iterator[Use]:
        """Yield the uses that read each part of a value that `head` binds to `name`."""
        if check := self._check(type_, name):
            yield Use(subject, (*head, check))
        if nullable(type_):
            head = (*head, f"if {name} is None: return")
            rest = (
                [each for each in type_.members if each != NULL] if isinstance(type_, Union) else []
            )
            if len(rest) != 1:
                return
            type_ = rest[0]
        shape = self._models.get(type_.name) if isinstance(type_, Ref) else None
        if shape is not None and shape.alias is not None:
            type_, shape = shape.alias, None
        if depth > _DEEPEST:
            return
        inner = f"{name}_"
        if shape is not None:
            for field in shape.fields:
                text = for_result(field.type).code.source
                is_optional = not field.required and not nullable(field.type)
                text = f"{text} | None" if is_optional else text
                line = f"{inner}: {text} = {name}.{field.name}"
                again = (*head, line)
                owner = f"models.{shape.name}.{field.name}"
                if is_optional:
                    yield Use(owner, again)
                    again = (*again, f"if {inner} is None: return")
                yield from self._reads(field.type, inner, again, owner, depth + 1)
        elif isinstance(type_, ListOf):
            text = for_result(type_.items).code.source
            again = (*head, f"if not {name}: return", f"{inner}: {text} = {name}[0]")
            yield from self._reads(type_.items, inner, again, f"{subject}[]", depth + 1)
        elif isinstance(type_, MapOf):
            text = for_result(type_.values).code.source
            again = (*head, f"if not {name}: return", f"{inner}: {text} = [*{name}.values()][0]")
            yield from self._reads(type_.values, inner, again, f"{subject}[*]", depth + 1)

    def _check(self, type_: TypeRef, name: str) -> str:
        """Return a line that fails where a value is of another kind; empty where any will do."""
        if isinstance(type_, Choice) and type_.is_const:
            return f"expect_one({name}, {', '.join(map(repr, type_.values))})"
        kinds = self._kinds(type_)
        return f"expect({name}, {', '.join(sorted(kinds))})" if kinds else ""

    def _kinds(self, type_: TypeRef, depth: int = 0) -> set[str]:
        match type_:
            case Scalar(kind="string", format=None):
                return {"str"}
            case Scalar(kind="integer"):
                return {"int"}
            case Scalar(kind="boolean"):
                return {"bool"}
            case Scalar(kind="null"):
                return {"type(None)"}
            case Choice(values=values):
                return {f"{type(value).__name__}" for value in values if value is not None}
            case ListOf():
                return {"list"}
            case MapOf():
                return {"dict"}
            case Union(members=members) if depth < _DEEPEST:
                found = [self._kinds(member, depth + 1) for member in members]
                return set().union(*found) if all(found) else set()
            case _:
                return set()

    def _errors(self, operation: Operation, needed: Mapping[str, str]) -> Iterator[Use]:
        call = self._call(operation, needed)
        errors = list(operation.errors)
        if operation.has_usual_error and self._api.error is not None:
            errors.append(("", self._api.error))
        for status, type_ in errors:
            name = type_.name if isinstance(type_, Ref) else ""
            if name not in self._models or self._models[name].alias is not None:
                continue
            # One type for all statuses stands there once, without a status.
            number = next((each for each in _ERRORS if _is_within(each, status, operation)), "")
            if not number:
                continue
            head = (
                f"with server.answering({number}):",
                f"    try: {call}",
                f"    except api.{_ERRORS[number]} as error: body: models.{name} = error.error",
                "    else: raise AssertionError('no error')",
            )
            # `error.error` is `Any` to a type checker, so programs ask what it is.
            yield Use(f"models.{name}", (*head, f"expect(body, models.{name})"))
            yield from self._reads(type_, "body", head, f"models.{name}", 1)

    def _first(self, argument: Argument) -> str:
        found = [
            text for text in self._values(argument.type, 0) if text not in ("[]", "{}", "None")
        ]
        return found[0] if found else "None"

    def _values(self, type_: TypeRef, depth: int) -> list[str]:
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
                parts = [self._values(item, depth + 1) for item in items]
                found = [f"({', '.join(each[0] for each in parts)},)"] if all(parts) else []
            case MapOf(values=values):
                found = [f"{{'key': {text}}}" for text in self._values(values, depth + 1)[:_MOST]]
            case Ref(name=name) if name in self._params:
                found = self._objects(self._params[name], depth)
            case Union(members=members):
                by_member = [self._values(each, depth + 1) for each in members if each != NULL]
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

    def _objects(self, shape: Shape, depth: int) -> list[str]:
        if shape.alias is not None:
            return self._values(shape.alias, depth)
        if depth > _DEEPEST:
            return []
        values = {field.wire: self._values(field.type, depth + 1) for field in shape.fields}
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
        inner = self._values(items, depth + 1)
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


def _is_within(status: str, described: str, operation: Operation) -> bool:
    """Return whether an error with a status has the type of a status of the document, or of all."""
    if described not in ("", "default"):
        return described == status or described.upper() == f"{status[0]}XX"
    known = {each.status for each in operation.responses} & {*_ERRORS}
    return status in known if known and not described else status not in known


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
    import json

    return json.loads(text)


def source(client: str, folder: str, uses: list[Use]) -> str:
    """Return the text of a program: a function for each use, `use_0` and so on."""
    parts = [HEAD.format(folder=folder)]
    for number, use in enumerate(uses):
        parts.append(f"def use_{number}(client: api.{client}, server: Any) -> None:")
        parts += [f"    {line}" for line in use.lines] or ["    ..."]
        parts.append("")
    return "\n".join(parts) + "\n"
