from .._runtime.models import Model
from .._runtime.pagination import AsyncPage, Page
from .thing import Thing


class ListUsersResponse(Model):
    items: list[Thing] | None = None
    page: float | None = None
    pages: float | None = None


class ListUsersPage(Page[Thing], ListUsersResponse):
    """A page of `users.list`."""

    __items__ = "items"


class AsyncListUsersPage(AsyncPage[Thing], ListUsersResponse):
    """A page of `users.list`."""

    __items__ = "items"
