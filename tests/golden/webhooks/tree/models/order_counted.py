from typing import Literal

from .._runtime.exact_numbers import AsDecimal
from .._runtime.models import Model


class OrderCounted(Model):
    type: Literal["order.counted"]
    total: AsDecimal | None = None
