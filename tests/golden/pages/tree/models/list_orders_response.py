from .._runtime.models import Model
from .._runtime.pagination import AsyncPage, Page
from .thing import Thing


class ListOrdersResponse(Model):
    items: list[Thing] | None = None
    total: int | None = None


class ListOrdersPage(ListOrdersResponse, Page[Thing]):
    """A page of `orders.list`."""

    __items__ = "items"


class AsyncListOrdersPage(ListOrdersResponse, AsyncPage[Thing]):
    """A page of `orders.list`."""

    __items__ = "items"
