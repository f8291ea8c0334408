from __future__ import annotations

from typing import Annotated, Literal

from .._runtime.models import Model
from .._runtime.tagged import TaggedBy
from .comparison import Comparison


class CompoundFilter(Model):
    type: Literal["and", "or"] | str
    filters: list[
        Annotated[
            Comparison | CompoundFilter,
            TaggedBy(
                "type",
                lambda: {
                    "eq": Comparison,
                    "ne": Comparison,
                    "gt": Comparison,
                    "lt": Comparison,
                    "and": CompoundFilter,
                    "or": CompoundFilter,
                },
            ),
        ]
    ]
