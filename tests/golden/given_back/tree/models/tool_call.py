from typing import Literal

from .._runtime.models import Model


class ToolCall(Model):
    id: str
    kind: Literal["function"] | str | None = None
