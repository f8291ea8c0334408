from typing import Literal

from .._runtime.models import Model
from .thing import Thing


class ThingMadePayload(Model):
    type: Literal["thing.made"]
    thing: Thing
