from typing import Annotated, TypeAlias

from .._runtime.tagged import TaggedBy
from .bank_payment import BankPayment
from .card_payment import CardPayment

Payment: TypeAlias = Annotated[
    CardPayment | BankPayment,
    TaggedBy(
        "paymentKind",
        {"CardPayment": CardPayment, "BankPayment": BankPayment},
        attribute="payment_kind",
    ),
]
