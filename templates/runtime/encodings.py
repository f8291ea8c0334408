"""Values that JSON writes as text in a form of its own, as the Python values they stand for."""

import re
from base64 import b64decode, b64encode
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer

from .formats import checked

_DURATION = re.compile(
    r"-?P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+([.,]\d+)?D)?(T(?=.)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?"
)


def _decoded(value: object) -> object:
    """Base64 (RFC 4648, sections 4 and 5), also where the padding is missing."""
    if not isinstance(value, str):
        return value
    text = value.translate(_STANDARD)
    return b64decode(text + "=" * (-len(text) % 4), validate=True)


_STANDARD = str.maketrans("-_", "+/", "\r\n")


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ValueError(text) from None


# A value that did not fit its type was kept as it came, and goes out so.


def _encoded(value: object) -> object:
    return b64encode(value).decode() if isinstance(value, bytes) else value


def _exact(value: object) -> object:
    """An ISO 8601 duration, unless it counts years or months, which have no fixed length."""
    if isinstance(value, str) and {"Y", "M"}.intersection(value.upper().partition("T")[0]):
        raise ValueError("years and months have no fixed length")
    return value


AsBase64 = Annotated[
    bytes,
    BeforeValidator(_decoded),
    PlainSerializer(_encoded, when_used="json"),
]
AsDuration = Annotated[timedelta, BeforeValidator(_exact)]

Base64String = Annotated[str, checked("text in base64", None, _decoded)]
DurationString = Annotated[str, checked("a duration, such as PT1H30M", _DURATION)]
DecimalString = Annotated[str, checked("a decimal number, such as 12.50", None, _number)]
