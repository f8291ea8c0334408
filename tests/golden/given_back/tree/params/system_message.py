from typing import Literal, Required

from typing_extensions import TypedDict


class SystemMessage(TypedDict, total=False):
    role: Required[Literal["system"]]
    content: Required[str]
