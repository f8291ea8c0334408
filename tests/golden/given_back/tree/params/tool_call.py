from typing import Literal, Required

from typing_extensions import TypedDict


class ToolCall(TypedDict, total=False):
    id: Required[str]
    kind: Literal["function"]
