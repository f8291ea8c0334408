from typing import Literal, Required

from typing_extensions import TypedDict


class Equals(TypedDict, total=False):
    op: Required[Literal["equals"]]
    value: str
