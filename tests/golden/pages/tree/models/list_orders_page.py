from .._runtime.pagination import AsyncPage, Page
from .list_orders_response import ListOrdersResponse
from .thing import Thing


class ListOrdersPage(ListOrdersResponse, Page[Thing]):
    """A page of `orders.list`."""


class AsyncListOrdersPage(ListOrdersResponse, AsyncPage[Thing]):
    """A page of `orders.list`."""
