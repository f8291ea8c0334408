from typing import Annotated

from pydantic import Field

from .._runtime.models import Model
from .._runtime.pagination import AsyncPage, Page
from .order import Order


class OrderList(Model):
    orders: list[Order]
    next_page_token: Annotated[str | None, Field(alias="nextPageToken")] = None


class ListOrdersPage(Page[Order], OrderList):
    """A page of `orders.list`."""

    __items__ = "orders"


class AsyncListOrdersPage(AsyncPage[Order], OrderList):
    """A page of `orders.list`."""

    __items__ = "orders"
