"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .books_params import ListBooksParams as ListBooksParams
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".books_params": "ListBooksParams",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
