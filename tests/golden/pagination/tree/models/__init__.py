"""The models of answers. Using one loads the module that it stands in, and no other."""

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
