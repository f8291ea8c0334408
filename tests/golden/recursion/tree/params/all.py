from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required, TypeAlias

from typing_extensions import TypedDict

from .._runtime.model_arguments import OrModel
from .equals import Equals


class All(TypedDict, total=False):
    op: Required[Literal["all"]]
    rules: Sequence[Rule]


Rule: TypeAlias = OrModel[All | Equals]
