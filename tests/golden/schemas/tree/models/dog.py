from typing import Literal

from .._runtime.models import Model


class Dog(Model):
    species: Literal["dog"] | str
    good: bool | None = None
