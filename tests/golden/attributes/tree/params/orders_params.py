from typing import Required

from typing_extensions import TypedDict

from .._runtime.model_arguments import OrModel
from .address import Address
from .payment import Payment


class ListOrdersParams(TypedDict, total=False):
    page_token: str


class UpdateOrderParams(TypedDict, total=False):
    order_id: Required[str]
    ship_to: OrModel[Address]
    paid_by: Payment
