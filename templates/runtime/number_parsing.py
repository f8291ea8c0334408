"""JSON in which a number keeps its text if a double cannot hold it."""

import json
from typing import Any


class Written(float):
    """A number with its text in the JSON document."""

    __slots__ = ("text",)
    text: str


def loads(content: bytes) -> Any:
    """Parse JSON; an `AsDecimal` in it keeps all its digits."""
    try:
        return json.loads(content, parse_float=_number)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _number(text: str) -> float:
    number = float(text)
    if repr(number) == text:
        return number
    written = Written(number)
    written.text = text
    return written
