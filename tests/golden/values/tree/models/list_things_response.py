from .._runtime.models import Model
from .._runtime.pagination import AsyncPage, Page
from .thing import Thing


class ListThingsResponseMeta(Model):
    total_pages: int | None = None
    page_number: int | None = None


class ListThingsResponse(Model):
    data: list[Thing] | None = None
    meta: ListThingsResponseMeta | None = None


class ListThingsPage(Page[Thing], ListThingsResponse):
    """A page of `things.list`."""

    __items__ = "data"


class AsyncListThingsPage(AsyncPage[Thing], ListThingsResponse):
    """A page of `things.list`."""

    __items__ = "data"
