from typing import Literal

from .._runtime.models import Model


class Comparison(Model):
    type: Literal["eq", "ne", "gt", "lt"] | str
    key: str | None = None
