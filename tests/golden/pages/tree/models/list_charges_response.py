from .._runtime.models import Model
from .._runtime.pagination import AsyncPage, Page
from .thing import Thing


class ListChargesResponse(Model):
    data: list[Thing]
    has_more: bool
    url: str | None = None


class ListChargesPage(Page[Thing], ListChargesResponse):
    """A page of `charges.list`."""

    __items__ = "data"


class AsyncListChargesPage(AsyncPage[Thing], ListChargesResponse):
    """A page of `charges.list`."""

    __items__ = "data"
