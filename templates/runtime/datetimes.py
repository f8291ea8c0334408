"""Dates and times in responses (RFC 3339, 5.6) as Python objects.

A date-time without an offset is not valid by that grammar: it is read, and reported as drift. A
time is read without one too. A leap second and the year 0, which Python cannot hold, stay text;
digits of a second after the sixth are dropped.
"""

import re
from datetime import UTC, date, datetime, time
from typing import Annotated

from .string_values import Text

_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_HOUR, _MINUTE = "(?:[01][0-9]|2[0-3])", "[0-5][0-9]"
_TIME = rf"{_HOUR}:{_MINUTE}:(?:{_MINUTE}|60)(?:\.[0-9]+)?(?:[Zz]|[+-]{_HOUR}:{_MINUTE})?"


def _moment(kind: type, said: str, pattern: str) -> Text:
    form = re.compile(pattern)
    return Text(kind, said, pattern, lambda text: bool(form.fullmatch(text)) and _is_beyond(text))


def _is_beyond(text: str) -> bool:
    """Return whether Python cannot hold a date or a time.

    A leap second is the last second of a day in UTC (RFC 3339, 5.7): 15:59:60-08:00 can be one,
    15:59:60Z cannot.
    """
    is_leap, is_date = ":60" in text, ":" not in text
    if not is_leap and not text.startswith("0000-"):
        return False
    held = text.upper().replace(":60", ":59", 1)
    held = f"2000{held[4:]}" if held[4:5] == "-" else f"2000-01-02T{held}"
    try:
        moment = datetime.fromisoformat(held)
    except ValueError:
        return False
    if moment.tzinfo is None:
        return is_date
    return not is_leap or moment.astimezone(UTC).strftime("%H:%M") == "23:59"


AsDateTime = Annotated[
    datetime,
    _moment(datetime, "a time, such as 2026-01-31T12:00:00Z", f"{_DATE}[Tt]{_TIME}"),
]
AsDate = Annotated[date, _moment(date, "a date, such as 2026-01-31", _DATE)]
AsTime = Annotated[time, _moment(time, "a time of day, such as 12:00:00Z", _TIME)]
