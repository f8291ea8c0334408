from __future__ import annotations

from .._runtime.encodings import AsDecimalText
from .._runtime.models import Model
from .._runtime.number_decoding import AsDecimal, AsInteger


class Line(Model):
    amount: AsDecimal | None = None
    text: AsDecimalText | None = None
    count: AsInteger | None = None
    parts: list[Line] | None = None
