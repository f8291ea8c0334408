from typing import Literal, Required

from typing_extensions import TypedDict


class Comparison(TypedDict, total=False):
    type: Required[Literal["eq", "ne", "gt", "lt"]]
    key: str
