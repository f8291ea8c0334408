from typing import Literal

from .._runtime.models import Model


class Wheels(Model):
    __nullable__ = ("kind",)
    kind: Literal["bike", "cart"] | str | None = None
    code: Literal[1, 2] | int | None = None
