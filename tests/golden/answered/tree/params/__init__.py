"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .orders_params import CreateOrderParams as CreateOrderParams
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".orders_params": "CreateOrderParams",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
