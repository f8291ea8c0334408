from typing import Annotated, Literal

from pydantic import Field

from .._runtime.models import Model


class BankPayment(Model):
    payment_kind: Annotated[Literal["BankPayment"], Field(alias="paymentKind")]
    holder_name: Annotated[str | None, Field(alias="holderName")] = None
