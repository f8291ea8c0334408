from typing import Literal

from .._runtime.models import Model


class Bus(Model):
    kind: Literal["bus"] | str
    seats: int
    fuel: Literal["gas", "power"] | str | None = None


class BusData(Model):
    items: list[Bus] | None = None
