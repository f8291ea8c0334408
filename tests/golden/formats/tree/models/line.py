from __future__ import annotations

from .._runtime.encodings import AsDecimalText
from .._runtime.exact_numbers import AsDecimal, AsInteger
from .._runtime.models import Model


class Line(Model):
    amount: AsDecimal | None = None
    text: AsDecimalText | None = None
    count: AsInteger | None = None
    parts: list[Line] | None = None
