from typing import Literal

from .._runtime.models import Model


class Equals(Model):
    op: Literal["equals"]
    value: str | None = None
