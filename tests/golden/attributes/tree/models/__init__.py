"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .address import Address as Address
    from .bank_payment import BankPayment as BankPayment
    from .card_payment import CardPayment as CardPayment
    from .order import Order as Order
    from .order_list import (
        AsyncListOrdersPage as AsyncListOrdersPage,
        ListOrdersPage as ListOrdersPage,
        OrderList as OrderList,
    )
    from .payment import Payment as Payment
    from .problem import Problem as Problem, ProblemMoreInfo as ProblemMoreInfo
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".address": "Address",
        ".bank_payment": "BankPayment",
        ".card_payment": "CardPayment",
        ".order": "Order",
        ".order_list": "AsyncListOrdersPage ListOrdersPage OrderList",
        ".payment": "Payment",
        ".problem": "Problem ProblemMoreInfo",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
