"""Numbers of answers that keep every digit: decimals that JSON has as numbers, and integers that it
has as text."""

import json
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer


class _Written(float):
    """A number that knows how it was written."""

    __slots__ = ("text",)
    text: str


def loads(content: bytes) -> Any:
    """JSON of which an `AsDecimal` is exact, and which is else what any reader makes of it."""
    try:
        return json.loads(content, parse_float=_number)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _number(text: str) -> float:
    number = float(text)
    if repr(number) == text:
        return number
    written = _Written(number)
    written.text = text
    return written


def _decimal(value: object) -> object:
    return Decimal(value.text) if isinstance(value, _Written) else value


def _plain(value: object) -> object:
    """A number where a double is just that, else text, which loses nothing either."""
    if not isinstance(value, Decimal):
        return value
    number = float(value)
    return number if Decimal(repr(number)) == value else str(value)


def _text(value: object) -> object:
    # What did not fit its type was kept as it came, and goes out so.
    return str(value) if isinstance(value, int) else value


AsDecimal = Annotated[
    Decimal, BeforeValidator(_decimal), PlainSerializer(_plain, when_used="json-unless-none")
]
AsInteger = Annotated[int, PlainSerializer(_text, when_used="json-unless-none")]
