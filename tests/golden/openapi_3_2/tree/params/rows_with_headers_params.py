from collections.abc import Sequence
from typing import Required

from typing_extensions import TypedDict


class CreateRowsWithHeadersRequestItem(TypedDict, total=False):
    n: int


class CreateRowsWithHeadersParams(TypedDict, total=False):
    body: Required[Sequence[CreateRowsWithHeadersRequestItem]]
