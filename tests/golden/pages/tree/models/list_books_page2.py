from .._runtime.pagination import AsyncPage, Page
from .list_books_response import ListBooksResponse
from .thing import Thing


class ListBooksPage2(ListBooksResponse, Page[Thing]):
    """A page of `books.list`."""


class AsyncListBooksPage2(ListBooksResponse, AsyncPage[Thing]):
    """A page of `books.list`."""
