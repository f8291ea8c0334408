"""Programs that are valid for a client: each call, argument, field, enum value and error of it.

They are written from the IR of the old document. A program is one function for each use, which has
the type that the old client gives to everything that it reads.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeGuard

from clientsmith.emit.annotations import for_argument, for_result, nullable
from clientsmith.ir import (
    NULL,
    Api,
    Choice,
    ListOf,
    MapOf,
    Operation,
    Ref,
    Scalar,
    Shape,
    TypeRef,
    Union,
)
from clientsmith.ir.graph import refs, refs_of

from .values import Values

_DEEPEST = 8
_READS = 2
"""Places of an answer in which the fields of one model are read."""
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
    users: tuple[str, ...] = ()
    """The calls that have to do with the class that it names, where it makes none."""


class Programs:
    """Writes the uses of one client."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._params = {shape.name: shape for shape in api.params}
        self._values = Values(self._params)
        self._models = {shape.name: shape for shape in api.models}
        self._read: Counter[str] = Counter()

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
        users = users_of(self._api)
        for folder, shapes in (("models", self._models), ("params", self._params)):
            for name in shapes:
                for use in self._of_name(folder, name, shapes[name]):
                    yield replace(use, users=tuple(sorted(users.get(f"{folder}.{name}", ()))))

    def _of_name(self, folder: str, name: str, shape: Shape) -> Iterator[Use]:
        if not shape.is_of_call:
            text = f"def inner(value: {folder}.{name}) -> None: ..."
            yield Use(f"{folder}.{name}", (text, f"{folder}.{name}"))
        if folder == "params" and shape.alias is None and not shape.is_of_call:
            # What a program makes before it sends it; only a type checker minds.
            for text in self._values.objects(shape):
                line = f"given: {folder}.{name} = {text}"
                yield Use(f"{folder}.{name}", (line,))
        for constant in shape.constants:
            if folder == "models" and shape.constants:
                line = f"expect_one(models.{name}.{constant.name}, {constant.value!r})"
                yield Use(f"models.{name}.{constant.name}", (line,))

    def _of(self, operation: Operation) -> Iterator[Use]:
        call = f"client.{operation.call}"
        needed = {
            each.name: self._values.first(each) for each in operation.arguments if each.required
        }
        yield Use(f"{call}()", (self._call(operation, needed),))
        # A body that may be absent has fields that every body needs.
        names = {name for body in operation.bodies()[:1] for name in getattr(body, "needed", ())}
        of_body = {
            one.name: self._values.first(one) for one in operation.arguments if one.name in names
        }
        for argument in operation.arguments:
            base = {**needed, **of_body} if argument.location == "body" else needed
            for value in self._values.of(argument.type):
                given = {**base, argument.name: value}
                subject = f"{call}({argument.name}=)"
                yield Use(subject, (self._call(operation, given),))
            annotation = for_argument(argument.type).code.source
            # These two names are of modules that not every client has.
            if "core." not in annotation and "Types" not in annotation:
                given = {**base, argument.name: "given"}
                line = f"given: {annotation} = {self._values.first(argument)}"
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
        self._read.clear()
        if operation.response.answers or type_ is None:
            return
        if operation.pagination is not None:
            item = operation.pagination.item
            text = for_result(item).code.source
            lines = [f"for item in {call}:", f"    item_: {text} = item"]
            lines += [f"    expect(item, models.{item.name})"] if self._is_object(item) else []
            yield Use(f"client.{operation.call}()", (*lines, "    break"))
            yield Use(f"client.{operation.call}()", (f"expect({call}.has_next_page(), bool)",))
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
            self._read[shape.name] += 1
            if self._read[shape.name] > _READS:
                return
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
            self._read.clear()
            # One type for all statuses stands there once, without a status.
            for at, number in enumerate(_statuses(status, operation)):
                error = _ERRORS.get(number, "APIStatusError")
                head = (
                    f"with server.answering({number}):",
                    f"    try: {call}",
                    f"    except api.{error} as error: body: models.{name} = error.error",
                    "    else: raise AssertionError('no error')",
                )
                # `error.error` is `Any` to a type checker, so programs ask what it is.
                yield Use(f"models.{name}", (*head, f"expect(body, models.{name})"))
                if at:
                    self._read.subtract({name: 1})
                depth = _DEEPEST if at else 1
                yield from self._reads(type_, "body", head, f"models.{name}", depth)

    def _is_object(self, type_: TypeRef) -> TypeGuard[Ref]:
        return isinstance(type_, Ref) and self._models[type_.name].alias is None


def _statuses(described: str, operation: Operation) -> list[str]:
    """Return statuses of errors that have the type of a status of the document, or of all."""
    if described.isdecimal():
        return [described]
    known = [each.status for each in operation.responses if re.match("[45][0-9]{2}", each.status)]
    rest = [each for each in _ERRORS if each not in known]
    if not described:
        has_rest = any(each.status == "default" for each in operation.responses)
        return [*known, *(rest[:1] if has_rest or not known else ())]
    return [each for each in rest if described == "default" or each[0] == described[0]][:1]


def users_of(api: Api) -> dict[str, set[str]]:
    """Return the calls that have to do with each class: `models.Pet` → `client.pets.list`."""
    found: dict[str, set[str]] = {}
    shapes = {"models": {each.name: each for each in api.models}}
    shapes["params"] = {each.name: each for each in api.params}
    for operation in api.operations():
        errors = [type_ for _, type_ in operation.errors]
        types = {
            "models": [*operation.response.types, *errors],
            "params": [argument.type for argument in operation.arguments],
        }
        waiting = [
            (folder, name) for folder in types for one in types[folder] for name in refs(one)
        ]
        while waiting:
            folder, name = waiting.pop()
            calls = found.setdefault(f"{folder}.{name}", set())
            if name in shapes[folder] and f"client.{operation.call}" not in calls:
                calls.add(f"client.{operation.call}")
                waiting += [(folder, each) for each in refs_of(shapes[folder][name])]
    return found


def source(client: str, folder: str, uses: list[Use]) -> str:
    """Return the text of a program: a function for each use, `use_0` and so on."""
    parts = [HEAD.format(folder=folder)]
    for number, use in enumerate(uses):
        parts.append(f"def use_{number}(client: api.{client}, server: Any) -> None:")
        parts += [f"    {line}" for line in use.lines] or ["    ..."]
        parts.append("")
    return "\n".join(parts) + "\n"
