from collections.abc import Sequence
from typing import Annotated, Required

from pydantic import Field
from typing_extensions import TypedDict


class RunBatchParams(TypedDict, total=False):
    body: Required[Annotated[Sequence[int], Field(min_length=1)]]
