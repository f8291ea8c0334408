from typing import Annotated, Literal

from .._runtime.datetimes import AsDate, AsDateTime, AsTime
from .._runtime.encodings import AsBase64, AsDecimalText, AsDuration
from .._runtime.models import Model
from .._runtime.number_decoding import AsDecimal, AsInteger
from .._runtime.numeric_strings import IntegerOrText, NumberOrText
from .._runtime.tuples import ByPosition
from .pet import Pet
from .thing import Thing, ThingOpen


class Rate(Model):
    __nullable__ = ("lax", "maybe")
    whole: int | None = None
    lax: IntegerOrText | None = None
    lax_part: NumberOrText | None = None
    code: int | str | None = None
    part: float | None = None
    flag: bool | None = None
    text: str | None = None
    at: AsDateTime | None = None
    day: AsDate | None = None
    hour: AsTime | None = None
    term: AsDuration | None = None
    data: AsBase64 | None = None
    id: str | None = None
    price: AsDecimalText | None = None
    big: AsInteger | None = None
    level: Literal[1, 2] | int | None = None
    wholes: list[int] | None = None
    flags: dict[str, bool] | None = None
    pair: Annotated[tuple[int, Literal["a", "b"] | str], ByPosition()] | None = None
    either: int | bool | None = None
    maybe: int | None = None
    inner: Thing | None = None
    open: ThingOpen | None = None
    pet: Pet | None = None
    rate: AsDecimal | None = None
