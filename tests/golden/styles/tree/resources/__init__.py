"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .colors import AsyncColors as AsyncColors, Colors as Colors
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".colors": "AsyncColors Colors",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
