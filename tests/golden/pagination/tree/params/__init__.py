"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .books_params import ListBooksParams as ListBooksParams
else:
    from .._runtime.lazy import attributes

    __getattr__, __dir__, __all__ = attributes(
        __name__,
        {
            ".books_params": "ListBooksParams",
        },
    )
