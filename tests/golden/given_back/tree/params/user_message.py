from typing import Literal, Required

from typing_extensions import TypedDict


class UserMessage(TypedDict, total=False):
    role: Required[Literal["user"]]
    content: Required[str]
    name: str
