"""Strings that are dates and times (RFC 3339), checked as those of `formats` are."""

import re
from datetime import date, datetime, time
from typing import Annotated

from .formats import checked

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d.*")

DateString = Annotated[str, checked("a date, such as 2026-01-31", _DATE, date.fromisoformat)]
DateTimeString = Annotated[
    str, checked("a time, such as 2026-01-31T12:00:00Z", _DATE_TIME, datetime.fromisoformat)
]
TimeString = Annotated[str, checked("a time of day, such as 12:00:00Z", None, time.fromisoformat)]
