"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .books import AsyncBooks as AsyncBooks, Books as Books
    from .carts import AsyncCarts as AsyncCarts, Carts as Carts
    from .carts_items import AsyncCartsItems as AsyncCartsItems, CartsItems as CartsItems
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".books": "AsyncBooks Books",
        ".carts": "AsyncCarts Carts",
        ".carts_items": "AsyncCartsItems CartsItems",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
