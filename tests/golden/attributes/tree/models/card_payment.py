from typing import Annotated, Literal

from pydantic import Field

from .._runtime.models import Model


class CardPayment(Model):
    payment_kind: Annotated[Literal["CardPayment"], Field(alias="paymentKind")]
    last_four: Annotated[str, Field(alias="lastFour")]
