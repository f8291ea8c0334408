"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .author import Author as Author
    from .book import Book as Book
    from .cart import Cart as Cart
    from .sale import Sale as Sale
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".author": "Author",
        ".book": "Book",
        ".cart": "Cart",
        ".sale": "Sale",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
