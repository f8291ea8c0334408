from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from typing_extensions import TypedDict

from .._runtime.addresses import EmailString, IPv4String, IPv6String
from .._runtime.dates import DateString, DateTimeString, TimeString
from .._runtime.encodings import Base64String, DecimalString, DurationString
from .._runtime.formats import URIString, UUIDString

CreateThingParams = TypedDict(
    "CreateThingParams",
    {
        "at": "DateTimeString | datetime",
        "day": "DateString | date",
        "hour": "TimeString | time",
        "length": "DurationString | timedelta",
        "id": "UUIDString",
        "link": "URIString",
        "mail": "EmailString",
        "v4": "IPv4String",
        "v6": "IPv6String",
        "data": "Base64String | bytes",
        "encoded": "Base64String | bytes",
        "price": "DecimalString | Decimal",
        "share": "float",
        "big": "str",
        "bare": "DateString | date",
        "other": "str",
        "days": "Sequence[Base64String | bytes]",
        "date": "DateString | date | None",
    },
    total=False,
)
