"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .nodes import AsyncNodes as AsyncNodes, Nodes as Nodes
    from .values import AsyncValues as AsyncValues, Values as Values
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".nodes": "AsyncNodes Nodes",
        ".values": "AsyncValues Values",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
