"""Checks a call's arguments against the document before anything is sent: strictly, `"5"` is no
integer, and by the plain data that they stand for. What goes out is what the caller gave."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, SchemaValidator

from .errors import RequestProblem, RequestValidationError, shorten
from .given import excuse
from .plain import as_plain, is_dict, is_list

_SECRET_WORDS = ("password", "secret", "token", "api_key", "apikey", "authorization", "private_key")
_MISSING = object()


class Checker:
    """The rules of one operation's arguments, prepared once."""

    def __init__(self, params: Any, operation: str) -> None:
        schema = closed(TypeAdapter(params).core_schema)
        self._check = SchemaValidator(schema).validate_python
        self._operation = operation

    def check(self, arguments: Mapping[str, object]) -> Mapping[str, object]:
        """Check the arguments of a call; return those of them that are sent in another form.

        Raises `RequestValidationError` with a problem for each field that does not fit.
        """
        try:
            self._check(arguments, strict=True)
        except ValidationError:
            plain = as_plain(arguments)
            try:
                self._check(plain, strict=True)
            except ValidationError as error:
                details = error.errors(include_url=False, include_context=False)
                errors, changed = excuse(details, arguments, plain)
                if not errors:
                    return changed
                problems = _problems(errors, plain)
                said = "\n  ".join([f"Cannot send {self._operation}:", *map(str, problems)])
                raise RequestValidationError(said, problems) from None
        return {}


def closed(schema: Any) -> Any:
    """The schema with unknown keys forbidden wherever the type does not say otherwise."""
    if is_dict(schema):
        node = {key: closed(item) for key, item in schema.items()}
        if node.get("type") == "typed-dict" and node.get("extra_behavior", "ignore") == "ignore":
            node["extra_behavior"] = "forbid"
        return node
    return [closed(item) for item in schema] if is_list(schema) else schema


def _problems(errors: list[ErrorDetails], arguments: Any) -> tuple[RequestProblem, ...]:
    """One problem a field: the branches of a union are joined by "or"."""
    grouped: dict[str, tuple[list[str], list[str], object]] = {}
    for error in errors:
        field, value = _locate(error["loc"], arguments, error["type"])
        rules, messages, _ = grouped.setdefault(field, ([], [], value))
        message = error["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
        messages.append(_WORDS.get(error["type"], message))
        rules.append(error["type"])
    problems: list[RequestProblem] = []
    for field, (rules, messages, value) in grouped.items():
        rule, message = (" or ".join(dict.fromkeys(words)) for words in (rules, messages))
        if not message.startswith(("is ", "String ", "List ")):
            message = f"should be {message}"
        problems.append(RequestProblem(field, rule, message, _shown(field, value)))
    return tuple(problems)


_WORDS = {"missing": "is required", "extra_forbidden": "is not a field of the request"}


def _locate(location: tuple[int | str, ...], arguments: object, rule: str) -> tuple[str, object]:
    """The field as the caller wrote it, and its value: names of union branches are left out."""
    field = ""
    value = arguments
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
    shown = repr(value)
    if any(word in f"{field} {shown}".lower() for word in _SECRET_WORDS):
        return "a value that is not shown"
    return shorten(shown, 60)
