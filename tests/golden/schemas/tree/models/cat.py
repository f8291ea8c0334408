from typing import Literal

from .._runtime.models import Model


class Cat(Model):
    species: Literal["cat"]
    lives: int | None = None
