"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .chat import AsyncChat as AsyncChat, Chat as Chat
    from .threads import AsyncThreads as AsyncThreads, Threads as Threads
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".chat": "AsyncChat Chat",
        ".threads": "AsyncThreads Threads",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
