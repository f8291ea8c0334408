from typing import Literal

from .._runtime.models import Model


class BaseAddress(Model):
    city: str | None = None


class Base(Model):
    id: str | None = None
    status: Literal["up", "down"] | str | None = None
    size: int | None = None
    address: BaseAddress | None = None
