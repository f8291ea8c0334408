from typing import Literal

from .._runtime.models import Model


class OrderLost(Model):
    type: Literal["order.lost", "order.stolen"] | str
    reason: str | None = None
