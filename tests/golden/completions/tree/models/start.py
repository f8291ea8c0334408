from typing import Literal

from .._runtime.models import Model


class Start(Model):
    type: Literal["start"]
    id: str | None = None
