from collections.abc import Sequence
from typing import Required

from typing_extensions import TypedDict

from .._runtime.model_arguments import OrModel


class CreateRowsWithHeadersRequestItem(TypedDict, total=False):
    n: int


class CreateRowsWithHeadersParams(TypedDict, total=False):
    body: Required[Sequence[OrModel[CreateRowsWithHeadersRequestItem]]]
