"""Strings with a format (OpenAPI, 4.4): checked in requests, and sent just as they were given."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from ipaddress import IPv4Address, IPv6Address
from typing import Annotated, LiteralString
from uuid import UUID

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20\x7f]+")
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)*")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d.*")


def checked(
    message: LiteralString, pattern: re.Pattern[str] | None, parse: Callable[[str], object] = str
) -> AfterValidator:
    """A check that a text is what `message` says: `pattern` fits it and `parse` takes it."""

    def check(value: str) -> str:
        try:
            parse(value)
        except ValueError:
            pass
        else:
            if pattern is None or pattern.fullmatch(value):
                return value
        raise PydanticCustomError("format", message)

    return AfterValidator(check)


UUIDString = Annotated[str, checked("a UUID", None, UUID)]
URIString = Annotated[str, checked("a URI with a scheme, such as https://example.com", _URI)]
EmailString = Annotated[str, checked("an email address", _EMAIL)]
IPv4String = Annotated[str, checked("an IPv4 address", None, IPv4Address)]
IPv6String = Annotated[str, checked("an IPv6 address", None, IPv6Address)]
DateString = Annotated[str, checked("a date, such as 2026-01-31", _DATE, date.fromisoformat)]
DateTimeString = Annotated[
    str, checked("a time, such as 2026-01-31T12:00:00Z", _DATE_TIME, datetime.fromisoformat)
]
TimeString = Annotated[str, checked("a time of day, such as 12:00:00Z", None, time.fromisoformat)]
