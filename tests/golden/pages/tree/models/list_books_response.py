from .._runtime.models import Model
from .._runtime.pagination import AsyncPage, Page
from .thing import Thing


class ListBooksResponseMeta(Model):
    page_number: int | None = None
    total_pages: int | None = None


class ListBooksResponse(Model):
    data: list[Thing] | None = None
    meta: ListBooksResponseMeta | None = None


class ListBooksPage2(Page[Thing], ListBooksResponse):
    """A page of `books.list`."""

    __items__ = "data"


class AsyncListBooksPage2(AsyncPage[Thing], ListBooksResponse):
    """A page of `books.list`."""

    __items__ = "data"
