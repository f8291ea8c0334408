"""Checks a call's arguments against the document before anything is sent.

Strict, so that `"5"` is no integer and `1` no boolean. A mapping, model, tuple or enum member is
judged as the plain data that would be sent. The values themselves are never replaced: what goes out
is what the caller gave.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any
from uuid import UUID

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, SchemaValidator

from .errors import RequestProblem, RequestValidationError, shorten
from .kinds import is_dict, is_list, is_mapping, is_row

_SECRET_WORDS = ("password", "secret", "token", "api_key", "apikey", "authorization", "private_key")
_MISSING = object()


class Checker:
    """The rules of one operation's arguments, prepared once."""

    def __init__(self, params: Any, operation: str) -> None:
        schema = _closed(TypeAdapter(params).core_schema)
        self._check = SchemaValidator(schema).validate_python
        self._operation = operation

    def check(self, arguments: Mapping[str, object]) -> None:
        """Raise `RequestValidationError` unless the arguments fit."""
        try:
            self._check(arguments, strict=True)
        except ValidationError:
            self._check_plain({name: as_plain(value) for name, value in arguments.items()})

    def _check_plain(self, arguments: dict[str, object]) -> None:
        try:
            self._check(arguments, strict=True)
        except ValidationError as error:
            found = error.errors(include_url=False, include_context=False)
            problems = _problems(found, arguments)
        else:
            return
        lines = "\n  ".join(str(problem) for problem in problems)
        raise RequestValidationError(f"Cannot send {self._operation}:\n  {lines}", problems)


def as_plain(value: object) -> object:
    """Models, mappings, tuples, enum members and UUIDs as the plain data they stand for."""
    if isinstance(value, BaseModel):
        return value.model_dump(by_alias=True, exclude_unset=True, warnings=False)
    if isinstance(value, Enum):
        return value.value
    if is_mapping(value):
        return {key: as_plain(item) for key, item in value.items()}
    if is_row(value):
        return [as_plain(item) for item in value]
    return str(value) if isinstance(value, UUID) else value


def _closed(schema: Any) -> Any:
    """The schema with unknown keys forbidden wherever the type does not say otherwise."""
    if is_dict(schema):
        node = {key: _closed(item) for key, item in schema.items()}
        if node.get("type") == "typed-dict" and node.get("extra_behavior", "ignore") == "ignore":
            node["extra_behavior"] = "forbid"
        return node
    return [_closed(item) for item in schema] if is_list(schema) else schema


def _problems(
    errors: list[ErrorDetails], arguments: dict[str, object]
) -> tuple[RequestProblem, ...]:
    """One problem a field: the branches of a union are joined by "or"."""
    grouped: dict[str, tuple[list[str], list[str], object]] = {}
    for error in errors:
        field, value = _locate(error["loc"], arguments, error["type"])
        rules, messages, _ = grouped.setdefault(field, ([], [], value))
        message = error["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
        message = _WORDS.get(error["type"], message)
        if error["type"] not in rules:
            rules.append(error["type"])
        if message not in messages:
            messages.append(message)
    return tuple(
        RequestProblem(field, " or ".join(rules), _sentence(messages), _shown(field, value))
        for field, (rules, messages, value) in grouped.items()
    )


_WORDS = {"missing": "is required", "extra_forbidden": "is not a field of the request"}


def _sentence(messages: list[str]) -> str:
    joined = " or ".join(messages)
    return joined if joined.startswith(("is ", "String ", "List ")) else f"should be {joined}"


def _locate(
    location: tuple[int | str, ...], arguments: dict[str, object], rule: str
) -> tuple[str, object]:
    """The field as the caller wrote it, and its value: names of union branches are left out."""
    field = ""
    value: object = arguments
    for depth, step in enumerate(location):
        inner: object = _MISSING
        if isinstance(step, int) and is_list(value):
            inner = value[step] if step < len(value) else _MISSING
        elif isinstance(step, str) and is_dict(value):
            inner = value.get(step, _MISSING)
        if inner is _MISSING and not (rule == "missing" and depth == len(location) - 1):
            continue
        field += f"[{step}]" if isinstance(step, int) else f".{step}" if field else str(step)
        value = inner
    return field or "arguments", value


def _shown(field: str, value: object) -> str:
    if value is _MISSING:
        return ""
    if any(word in field.lower() for word in _SECRET_WORDS):
        return "a value that is not shown"
    return shorten(repr(value), 60)
