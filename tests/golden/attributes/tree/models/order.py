from typing import Annotated

from pydantic import Field

from .._runtime.datetimes import AsDateTime
from .._runtime.models import Model
from .address import Address
from .payment import Payment


class Order(Model):
    __read_only__ = ("order_id",)
    order_id: Annotated[str, Field(alias="orderId")]
    created_at: Annotated[AsDateTime, Field(alias="createdAt")]
    """When it was made."""
    ship_to: Annotated[Address | None, Field(alias="shipTo")] = None
    paid_by: Annotated[Payment | None, Field(alias="paidBy")] = None
    line_count_2: Annotated[int | None, Field(alias="lineCount")] = None
    line_count: int | None = None
    ipv4addr: str | None = None
    html_url: Annotated[str | None, Field(alias="HTMLUrl")] = None
    model_dump_: Annotated[str | None, Field(alias="modelDump")] = None
    class_: Annotated[str | None, Field(alias="Class")] = None
