from typing import Required

from typing_extensions import TypedDict


class CreateMessageParams(TypedDict, total=False):
    prompt: Required[str]
    stream: bool
