"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .create_order_shipped_payload import CreateOrderShippedPayload as CreateOrderShippedPayload
    from .order_counted import OrderCounted as OrderCounted
    from .order_lost import OrderLost as OrderLost
    from .order_paid import OrderPaid as OrderPaid
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".create_order_shipped_payload": "CreateOrderShippedPayload",
        ".order_counted": "OrderCounted",
        ".order_lost": "OrderLost",
        ".order_paid": "OrderPaid",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
