"""Decimals and integers of any length in responses: JSON numbers, and integers as strings."""

from decimal import Decimal, InvalidOperation
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer

from .number_parsing import Written
from .string_values import Text


def _decimal(value: object) -> object:
    if isinstance(value, Written):
        return Decimal(value.text)
    if isinstance(value, bool) or (isinstance(value, str) and not _is_longer(value)):
        raise ValueError("is not a number")
    return value


def _is_longer(text: str) -> bool:
    """Return whether text is a number that no double can hold, which `_plain` writes as text."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return False
    return number.is_finite() and not _is_double(number)


def _is_double(value: Decimal) -> bool:
    return Decimal(repr(float(value))) == value


def _plain(value: object) -> object:
    """Return a float if it is exactly equal, else text, which loses no digits."""
    if not isinstance(value, Decimal):
        return value
    return float(value) if _is_double(value) else str(value)


def _text(value: object) -> object:
    # A value that did not fit its type was kept, and is written as it came.
    return str(value) if type(value) is int else value


AsDecimal = Annotated[
    Decimal, BeforeValidator(_decimal), PlainSerializer(_plain, when_used="json-unless-none")
]
AsInteger = Annotated[
    int,
    Text(int, "an integer as text", "-?[0-9]+"),
    PlainSerializer(_text, when_used="json-unless-none"),
]
