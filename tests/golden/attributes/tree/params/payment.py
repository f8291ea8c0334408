from typing import TypeAlias

from .._runtime.model_arguments import OrModel
from .bank_payment import BankPayment
from .card_payment import CardPayment

Payment: TypeAlias = OrModel[CardPayment | BankPayment]
