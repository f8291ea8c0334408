from typing import Literal

from .._runtime.models import Model


class Car(Model):
    kind: Literal["car"] | str
    seats: int
    doors: int | None = None


class CarData(Model):
    items: list[Car] | None = None
