"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .shops import AsyncShops as AsyncShops, Shops as Shops
    from .shops_items import AsyncShopsItems as AsyncShopsItems, ShopsItems as ShopsItems
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".shops": "AsyncShops Shops",
        ".shops_items": "AsyncShopsItems ShopsItems",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
