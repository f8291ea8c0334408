from typing import Literal

from .._runtime.models import Model


class Person(Model):
    type: Literal["person"]
    name: str | None = None
