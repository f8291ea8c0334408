"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .things import AsyncThings as AsyncThings, Things as Things
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".things": "AsyncThings Things",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
