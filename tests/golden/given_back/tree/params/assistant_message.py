from collections.abc import Sequence
from typing import Literal, Required

from typing_extensions import TypedDict

from .._runtime.model_arguments import OrModel
from .tool_call import ToolCall


class AssistantMessage(TypedDict, total=False):
    role: Required[Literal["assistant"]]
    content: str | None
    tool_calls: Sequence[OrModel[ToolCall]]
