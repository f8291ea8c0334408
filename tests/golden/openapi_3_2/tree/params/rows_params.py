from collections.abc import Sequence
from typing import Required

from typing_extensions import TypedDict


class CreateRowsRequestItem(TypedDict, total=False):
    n: int


class CreateRowsParams(TypedDict, total=False):
    body: Required[Sequence[CreateRowsRequestItem]]
