from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from .._runtime.model_arguments import OrModel
from .maybe import Maybe
from .part import Part


class ThingMerged(TypedDict, total=False):
    name: str
    size: int


class CreateThingParams(TypedDict, total=False):
    plain: str | None
    beside_ref: OrModel[Part | None]
    beside_all_of: OrModel[Part | None]
    merged: OrModel[ThingMerged | None]
    by_itself: OrModel[Maybe | None]
    either: OrModel[Part | str | None]
    level: Literal["low", "high"] | None
    items: Sequence[int | None] | None
    above: Annotated[int, Field(gt=3)]
