from collections.abc import Sequence
from typing import Required

from typing_extensions import TypedDict


class CreateBatchRequestItem(TypedDict, total=False):
    n: Required[int]


class CreateBatchParams(TypedDict, total=False):
    body: Required[Sequence[CreateBatchRequestItem]]
