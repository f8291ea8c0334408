"""The formats `byte`, `duration` and `decimal`: JSON strings as Python objects."""

import re
from base64 import b64decode, b64encode
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer

from .formats import checked
from .string_values import Text

_DURATION = re.compile(
    r"-?P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+([.,]\d+)?D)?(T(?=.)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?"
)
_SECONDS = "[0-9]+(?:[.,][0-9]+)?S"
_OF_DAY = f"[0-9]+H(?:[0-9]+M)?(?:{_SECONDS})?|[0-9]+M(?:{_SECONDS})?|{_SECONDS}"
_FIXED = f"-?P(?:[0-9]+W)?(?:[0-9]+(?:[.,][0-9]+)?D)?(?:T(?:{_OF_DAY}))?"


def _decoded(value: object) -> object:
    """Decode base64 (RFC 4648, sections 4 and 5), also without padding."""
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


AsBase64 = Annotated[
    bytes,
    BeforeValidator(_decoded),
    PlainSerializer(_encoded, when_used="json"),
]
# Years and months have no fixed length (RFC 3339, appendix A): a duration that counts them is text.
AsDuration = Annotated[
    timedelta | str,
    Text(
        timedelta,
        "a duration, such as PT1H30M",
        _FIXED,
        lambda text: bool(_DURATION.fullmatch(text)),
    ),
]
AsDecimalText = Annotated[
    Decimal,
    Text(Decimal, "a decimal number as text", r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"),
]

Base64String = Annotated[str, checked("text in base64", None, _decoded)]
DurationString = Annotated[str, checked("a duration, such as PT1H30M", _DURATION)]
DecimalString = Annotated[str, checked("a decimal number, such as 12.50", None, _number)]
