from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from .maybe import Maybe
from .part import Part


class ThingMerged(TypedDict, total=False):
    name: str
    size: int


class CreateThingParams(TypedDict, total=False):
    plain: str | None
    beside_ref: Part | None
    beside_all_of: Part | None
    merged: ThingMerged | None
    by_itself: Maybe | None
    either: Part | str | None
    level: Literal["low", "high"] | None
    items: Sequence[int | None] | None
    above: Annotated[int, Field(gt=3)]
