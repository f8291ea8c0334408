from typing import Literal

from .._runtime.models import Model


class OrderPaid(Model):
    type: Literal["order.paid"]
    amount: int
    currency: Literal["eur", "usd"] | str | None = None
