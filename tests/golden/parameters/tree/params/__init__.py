"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .shops_items_params import (
        GetItemParams as GetItemParams,
        GetItemWhere as GetItemWhere,
        GetItemWherePrice as GetItemWherePrice,
        PutItemParams as PutItemParams,
    )
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".shops_items_params": "GetItemParams GetItemWhere GetItemWherePrice PutItemParams",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
