"""The models of answers. Using one loads the module that it stands in, and no other."""

from __future__ import annotations

# Importing `typing` would double what this import costs; type checkers know the name without it.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from .book import Book as Book
    from .book_list import BookList as BookList, BookListMeta as BookListMeta
    from .list_books_page import (
        AsyncListBooksPage as AsyncListBooksPage,
        ListBooksPage as ListBooksPage,
    )
else:
    from .._runtime.lazy import attributes

    __getattr__, __dir__, __all__ = attributes(
        __name__,
        {
            ".book": "Book",
            ".book_list": "BookList BookListMeta",
            ".list_books_page": "AsyncListBooksPage ListBooksPage",
        },
    )
