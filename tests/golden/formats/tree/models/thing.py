from typing import Annotated

from .._runtime.datetimes import AsDate, AsDateTime, AsTime
from .._runtime.encodings import AsBase64, AsDecimalText, AsDuration
from .._runtime.models import Model
from .._runtime.number_decoding import AsDecimal, AsInteger
from .._runtime.tuples import ByPosition
from .._runtime.untyped import Untyped
from .line import Line


class ThingCostOption1(Model):
    cents: AsDecimalText


class ThingCostOption2(Model):
    euros: AsDecimal


class Thing(Model):
    __nullable__ = ("cost", "date")
    at: AsDateTime | None = None
    day: AsDate | None = None
    hour: AsTime | None = None
    length: AsDuration | None = None
    id: str | None = None
    link: str | None = None
    mail: str | None = None
    v4: str | None = None
    v6: str | None = None
    data: AsBase64 | None = None
    encoded: AsBase64 | None = None
    price: AsDecimalText | None = None
    share: AsDecimal | None = None
    big: AsInteger | None = None
    bare: Annotated[AsDate, Untyped(str)] | None = None
    other: str | None = None
    unsigned: AsInteger | None = None
    either: AsInteger | int | None = None
    precise: AsDecimalText | None = None
    bounded: AsDecimal | None = None
    sized: AsDate | None = None
    lines: list[Line] | None = None
    rates: dict[str, AsDecimal] | None = None
    pair: (
        Annotated[tuple[AsDecimal, AsDecimalText, *tuple[AsDecimal, ...]], ByPosition()] | None
    ) = None
    cost: ThingCostOption1 | ThingCostOption2 | None = None
    days: list[AsBase64] | None = None
    date: AsDate | None = None
