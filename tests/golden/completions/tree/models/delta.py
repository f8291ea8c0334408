from typing import Literal

from .._runtime.models import Model


class Delta(Model):
    type: Literal["delta"]
    text: str
