from collections.abc import Sequence
from typing import Required

from typing_extensions import TypedDict

from .._runtime.model_arguments import OrModel


class CreateBatchRequestItem(TypedDict, total=False):
    n: Required[int]


class CreateBatchParams(TypedDict, total=False):
    body: Required[Sequence[OrModel[CreateBatchRequestItem]]]
