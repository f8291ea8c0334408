"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .orders import AsyncOrders as AsyncOrders, Orders as Orders
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".orders": "AsyncOrders Orders",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
