"""Validation of arguments before they are sent.

It is strict (`"5"` is no integer), and converts nothing: the caller's own values are sent.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, SchemaValidator

from .errors import RequestProblem, RequestValidationError, shorten
from .json_types import mapped
from .model_arguments import Located, excuse
from .plain_data import as_plain

_SECRET_WORDS = ("password", "secret", "token", "api_key", "apikey", "authorization", "private_key")
_WORDS = {"missing": "is required", "extra_forbidden": "is not a field of the request"}


class Checker:
    """The compiled validation of one operation's arguments."""

    def __init__(self, params: Any, operation: str) -> None:
        schema = closed(TypeAdapter(params).core_schema)
        self._check = SchemaValidator(schema).validate_python
        self._operation = operation

    def check(self, arguments: Mapping[str, object]) -> Mapping[str, object]:
        """Validate arguments; return those to send in another form.

        Raises `RequestValidationError` with a problem for each field that is not valid.
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
                problems = _problems(errors)
                said = "\n  ".join([f"Cannot send {self._operation}:", *map(str, problems)])
                raise RequestValidationError(said, problems) from None
        return {}


def closed(schema: Any) -> Any:
    """Return a schema that forbids unknown keys wherever it does not allow them explicitly."""
    node = {key: mapped(part, closed) for key, part in schema.items()}
    if node["type"] == "typed-dict" and node.get("extra_behavior", "ignore") == "ignore":
        node["extra_behavior"] = "forbid"
    return node


def _problems(errors: list[Located]) -> tuple[RequestProblem, ...]:
    """Make one problem of all errors of a field: those of a union's branches are joined by "or"."""
    grouped: dict[str, list[ErrorDetails]] = {}
    for error in errors:
        steps = "".join(f"[{at}]" if isinstance(at, int) else f".{at}" for at in error.path)
        grouped.setdefault(steps.removeprefix(".") or "arguments", []).append(error.details)
    problems: list[RequestProblem] = []
    for field, details in grouped.items():
        rule = " or ".join(dict.fromkeys(each["type"] for each in details))
        message = " or ".join(dict.fromkeys(map(_message, details)))
        if not message.startswith(("is ", "String ", "List ")):
            message = f"should be {message}"
        problems.append(RequestProblem(field, rule, message, _shown(field, details[0])))
    return tuple(problems)


def _message(details: ErrorDetails) -> str:
    message = details["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
    return _WORDS.get(details["type"], message)


def _shown(field: str, details: ErrorDetails) -> str:
    if details["type"] == "missing":
        return ""
    shown = repr(details["input"])
    if any(word in f"{field} {shown}".lower() for word in _SECRET_WORDS):
        return "a value that is not shown"
    return shorten(shown, 60)
