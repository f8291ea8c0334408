from .._runtime.models import Model
from .._runtime.pagination import AsyncPage, Page
from .thing import Thing


class ListShelvesResponse(Model):
    data: list[Thing] | None = None
    has_more: bool | None = None


class ListShelvesPage(Page[Thing], ListShelvesResponse):
    """A page of `shelves.list`."""

    __items__ = "data"


class AsyncListShelvesPage(AsyncPage[Thing], ListShelvesResponse):
    """A page of `shelves.list`."""

    __items__ = "data"
