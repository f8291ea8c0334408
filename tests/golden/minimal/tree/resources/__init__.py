"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .ping import AsyncPing as AsyncPing, Ping as Ping
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".ping": "AsyncPing Ping",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
