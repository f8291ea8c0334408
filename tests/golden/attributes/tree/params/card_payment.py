from typing import Literal, Required

from typing_extensions import TypedDict


class CardPayment(TypedDict, total=False):
    paymentKind: Required[Literal["CardPayment"]]
    lastFour: Required[str]
