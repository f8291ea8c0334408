from typing import Literal, Required

from typing_extensions import TypedDict


class BankPayment(TypedDict, total=False):
    paymentKind: Required[Literal["BankPayment"]]
    holderName: str
