"""Checks of string formats (OpenAPI, 4.4); the strings are sent as they are."""

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Annotated, LiteralString
from uuid import UUID

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20\x7f]+")


def checked(
    message: LiteralString, pattern: re.Pattern[str] | None, parse: Callable[[str], object] = str
) -> AfterValidator:
    """Return a validator of texts that `pattern` fits and `parse` takes; `message` names them."""

    def check(value: str) -> str:
        with suppress(ValueError):
            parse(value)
            if pattern is None or pattern.fullmatch(value):
                return value
        raise PydanticCustomError("format", message)

    return AfterValidator(check)


UUIDString = Annotated[str, checked("a UUID", None, UUID)]
URIString = Annotated[str, checked("a URI with a scheme, such as https://example.com", _URI)]
