from datetime import date as date_aliased, datetime, time
from decimal import Decimal
from typing import Annotated

from .._runtime.encodings import AsBase64, AsDuration
from .._runtime.exact_numbers import AsDecimal, AsInteger
from .._runtime.models import Model
from .._runtime.tuples import ByPosition
from .line import Line


class ThingCostOption1(Model):
    cents: Decimal


class ThingCostOption2(Model):
    euros: AsDecimal


class Thing(Model):
    __nullable__ = ("cost", "date")
    at: datetime | None = None
    day: date_aliased | None = None
    hour: time | None = None
    length: AsDuration | None = None
    id: str | None = None
    link: str | None = None
    mail: str | None = None
    v4: str | None = None
    v6: str | None = None
    data: AsBase64 | None = None
    encoded: AsBase64 | None = None
    price: Decimal | None = None
    share: AsDecimal | None = None
    big: AsInteger | None = None
    bare: date_aliased | None = None
    other: str | None = None
    unsigned: AsInteger | None = None
    either: AsInteger | int | None = None
    precise: Decimal | None = None
    bounded: AsDecimal | None = None
    sized: date_aliased | None = None
    lines: list[Line] | None = None
    rates: dict[str, AsDecimal] | None = None
    pair: Annotated[tuple[AsDecimal, Decimal, *tuple[AsDecimal, ...]], ByPosition()] | None = None
    cost: ThingCostOption1 | ThingCostOption2 | None = None
    days: list[AsBase64] | None = None
    date: date_aliased | None = None
