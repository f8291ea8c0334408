from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from typing_extensions import TypedDict

from .._runtime.encodings import DecimalString
from .._runtime.model_arguments import OrModel
from .._runtime.number_encoding import IntegerString, NumberDecimal, TextInteger


class Line(TypedDict, total=False):
    amount: float | NumberDecimal
    text: DecimalString | Decimal
    count: IntegerString | TextInteger
    parts: Sequence[OrModel[Line]]
