from .._runtime.models import Model
from .._runtime.pagination import AsyncPage, Page
from .thing import Thing


class ListRoomsResponse(Model):
    data: list[Thing] | None = None


class ListRoomsPage2(Page[Thing], ListRoomsResponse):
    """A page of `rooms.list`."""

    __items__ = "data"


class AsyncListRoomsPage2(AsyncPage[Thing], ListRoomsResponse):
    """A page of `rooms.list`."""

    __items__ = "data"
