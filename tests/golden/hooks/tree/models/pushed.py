from typing import Literal

from .._runtime.models import Model


class Pushed(Model):
    branch: str | None = None
    action: Literal["new", "more"] | str | None = None
