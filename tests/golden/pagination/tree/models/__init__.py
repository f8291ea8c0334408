"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .book import Book as Book
    from .book_list import (
        AsyncListBooksPage as AsyncListBooksPage,
        BookList as BookList,
        BookListMeta as BookListMeta,
        ListBooksPage as ListBooksPage,
    )
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".book": "Book",
        ".book_list": "AsyncListBooksPage BookList BookListMeta ListBooksPage",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
