"""The formats `date-time`, `date` and `time` in requests (RFC 3339, 5.6), as text or objects."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Annotated, LiteralString

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from .formats import checked

_DATE = r"\d{4}-\d\d-\d\d"
_TIME = r"([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?"
_OFFSET = r"([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)"


def _text(said: LiteralString, pattern: str, parse: Callable[[str], object]) -> AfterValidator:
    # A leap second is written as :60, which Python cannot parse.
    form = re.compile(pattern, re.ASCII)
    return checked(said, form, lambda text: parse(text.upper().replace(":60", ":59")))


def _aware(value: datetime) -> datetime:
    offset = value.utcoffset()
    if offset is None:
        raise PydanticCustomError(
            "naive_datetime",
            "a time with its offset from UTC, such as datetime.now(timezone.utc); a local time has"
            " it after .astimezone()",
        )
    if offset % timedelta(minutes=1):
        raise PydanticCustomError("offset", "a time whose offset from UTC is in whole minutes")
    return value


DateString = Annotated[str, _text("a date, such as 2026-01-31", _DATE, date.fromisoformat)]
DateTimeString = Annotated[
    str,
    _text(
        "a time with its offset from UTC, such as 2026-01-31T12:00:00Z",
        f"{_DATE}[Tt]{_TIME}{_OFFSET}",
        datetime.fromisoformat,
    ),
]
# Many an API means a time of day without an offset, as `datetime.time` has none by itself.
TimeString = Annotated[
    str, _text("a time of day, such as 12:00:00Z", f"{_TIME}{_OFFSET}?", time.fromisoformat)
]
AwareDateTime = Annotated[datetime, AfterValidator(_aware)]
