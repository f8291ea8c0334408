from .._runtime.pagination import AsyncPage, Page
from .book import Book
from .book_list import BookList


class ListBooksPage(BookList, Page[Book]):
    """A page of `books.list`."""


class AsyncListBooksPage(BookList, AsyncPage[Book]):
    """A page of `books.list`."""
