"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .books import AsyncBooks as AsyncBooks, Books as Books
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".books": "AsyncBooks Books",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
