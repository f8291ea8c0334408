from typing import Literal

from .._runtime.models import Model


class Firm(Model):
    type: Literal["firm", "charity"] | str
    name: str | None = None
