from datetime import date as date_aliased, datetime, time
from decimal import Decimal

from .._runtime.encodings import AsBase64, AsDecimal, AsDuration
from .._runtime.models import Model


class Thing(Model):
    __nullable__ = ("date",)
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
    big: str | None = None
    bare: date_aliased | None = None
    other: str | None = None
    days: list[AsBase64] | None = None
    date: date_aliased | None = None
