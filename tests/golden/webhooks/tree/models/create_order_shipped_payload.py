from typing import Literal

from .._runtime.models import Model


class CreateOrderShippedPayload(Model):
    type: Literal["order.shipped"]
    carrier: str | None = None
