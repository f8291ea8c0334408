from typing import Literal

from .._runtime.models import Model
from .._runtime.number_decoding import AsDecimal


class OrderCounted(Model):
    type: Literal["order.counted"]
    total: AsDecimal | None = None
