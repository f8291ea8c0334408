from typing import Literal

from .._runtime.models import Model


class Wings(Model):
    kind: Literal["bird", "plane"] | str | None = None
    code: Literal[2, 3] | int | None = None
