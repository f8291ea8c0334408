from .._runtime.models import Model
from .._runtime.pagination import AsyncPage, Page
from .book import Book


class BookListMeta(Model):
    page_number: int | None = None
    total_pages: int | None = None


class BookList(Model):
    data: list[Book] | None = None
    meta: BookListMeta | None = None


class ListBooksPage(Page[Book], BookList):
    """A page of `books.list`."""

    __items__ = "data"


class AsyncListBooksPage(AsyncPage[Book], BookList):
    """A page of `books.list`."""

    __items__ = "data"
