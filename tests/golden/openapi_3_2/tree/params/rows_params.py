from collections.abc import Sequence
from typing import Required

from typing_extensions import TypedDict

from .._runtime.model_arguments import OrModel


class CreateRowsRequestItem(TypedDict, total=False):
    n: int


class CreateRowsParams(TypedDict, total=False):
    body: Required[Sequence[OrModel[CreateRowsRequestItem]]]
