"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .address import Address as Address
    from .bank_payment import BankPayment as BankPayment
    from .card_payment import CardPayment as CardPayment
    from .orders_params import (
        ListOrdersParams as ListOrdersParams,
        UpdateOrderParams as UpdateOrderParams,
    )
    from .payment import Payment as Payment
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".address": "Address",
        ".bank_payment": "BankPayment",
        ".card_payment": "CardPayment",
        ".orders_params": "ListOrdersParams UpdateOrderParams",
        ".payment": "Payment",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
