from typing import Literal, Required

from typing_extensions import TypedDict


class CreateLiveParams(TypedDict, total=False):
    stream: Required[Literal[True]]
