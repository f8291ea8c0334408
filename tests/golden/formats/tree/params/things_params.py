from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Annotated, Required

from pydantic import Field
from typing_extensions import TypedDict

from .._runtime.addresses import EmailString, IPv4String, IPv6String
from .._runtime.datetime_formats import AwareDateTime, DateString, DateTimeString, TimeString
from .._runtime.encodings import Base64String, DecimalString, DurationString
from .._runtime.formats import URIString, UUIDString
from .._runtime.model_arguments import OrModel
from .._runtime.number_encoding import IntegerString, NumberDecimal, TextInteger
from .._runtime.tuples import ByPosition
from .line import Line


class ThingCostOption1(TypedDict, total=False):
    cents: Required[DecimalString | Decimal]


class ThingCostOption2(TypedDict, total=False):
    euros: Required[float | NumberDecimal]


CreateThingParams = TypedDict(
    "CreateThingParams",
    {
        "at": "DateTimeString | AwareDateTime",
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
        "share": "float | NumberDecimal",
        "big": "IntegerString | TextInteger",
        "bare": "DateString | date",
        "other": "str",
        "unsigned": "IntegerString | TextInteger",
        "either": "IntegerString | TextInteger | int",
        "precise": "DecimalString | Decimal",
        "bounded": "Annotated[float, Field(ge=0, le=10, multiple_of=0.01)] | Annotated[NumberDecimal, Field(ge=0, le=10, multiple_of=0.01)]",
        "sized": "Annotated[DateString, Field(min_length=10, max_length=10)] | date",
        "lines": "Sequence[OrModel[Line]]",
        "rates": "Mapping[str, float | NumberDecimal]",
        "pair": "Annotated[tuple[float | NumberDecimal, DecimalString | Decimal, *tuple[float | NumberDecimal, ...]], ByPosition()]",
        "cost": "OrModel[ThingCostOption1 | ThingCostOption2 | None]",
        "days": "Sequence[Base64String | bytes]",
        "date": "DateString | date | None",
    },
    total=False,
)
