"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .trees import AsyncTrees as AsyncTrees, Trees as Trees
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".trees": "AsyncTrees Trees",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
