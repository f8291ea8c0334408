from typing import Literal

from .._runtime.models import Model


class Level(Model):
    level: int | None = None
    mood: Literal["good", "bad"] | str | None = None
