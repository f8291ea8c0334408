from typing import Literal

from .._runtime.models import Model


class Dog(Model):
    species: Literal["dog"]
    good: bool | None = None
