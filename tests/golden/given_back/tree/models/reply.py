from typing import Any, Literal

from .._runtime.models import Model
from .tool_call import ToolCall


class ReplyMessage(Model):
    role: Literal["assistant"] | str
    content: str | None
    refusal: str | None
    annotations: list[dict[str, Any]] | None = None
    tool_calls: list[ToolCall] | None = None


class Reply(Model):
    message: ReplyMessage | None = None
