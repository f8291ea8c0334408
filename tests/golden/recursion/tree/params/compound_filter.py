from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required

from typing_extensions import TypedDict

from .._runtime.model_arguments import OrModel
from .comparison import Comparison


class CompoundFilter(TypedDict, total=False):
    type: Required[Literal["and", "or"]]
    filters: Required[Sequence[OrModel[Comparison | CompoundFilter]]]
