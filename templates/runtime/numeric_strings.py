"""Response numbers that may come as strings: `"12"` is read as 12."""

import re
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import BeforeValidator

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")


def _from_text(read: Callable[[str], Any]) -> BeforeValidator:
    """Return a validator that converts numeric text and leaves everything else as it is."""

    def number(value: object) -> object:
        is_number = isinstance(value, str) and _NUMBER.fullmatch(value)
        try:
            return read(value) if is_number and isinstance(value, str) else value
        except ValueError:
            return value

    return BeforeValidator(number)


IntegerOrText = Annotated[int, _from_text(int)]
NumberOrText = Annotated[float, _from_text(float)]
