from .._runtime.models import Model
from .._runtime.pagination import AsyncPage, Page
from .thing import Thing


class ListRoomsResponse(Model):
    data: list[Thing] | None = None


class ListRoomsPage2(ListRoomsResponse, Page[Thing]):
    """A page of `rooms.list`."""

    __items__ = "data"


class AsyncListRoomsPage2(ListRoomsResponse, AsyncPage[Thing]):
    """A page of `rooms.list`."""

    __items__ = "data"
