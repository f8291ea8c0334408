from .._runtime.models import Model
from .._runtime.pagination import AsyncPage, Page
from .thing import Thing


class ListOrdersResponse(Model):
    items: list[Thing] | None = None
    total: int | None = None


class ListOrdersPage(Page[Thing], ListOrdersResponse):
    """A page of `orders.list`."""

    __items__ = "items"


class AsyncListOrdersPage(AsyncPage[Thing], ListOrdersResponse):
    """A page of `orders.list`."""

    __items__ = "items"
