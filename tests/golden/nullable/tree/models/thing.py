from typing import Literal

from .._runtime.models import Model
from .maybe import Maybe
from .part import Part


class ThingMerged(Model):
    name: str | None = None
    size: int | None = None


class Thing(Model):
    __nullable__ = (
        "plain",
        "beside_ref",
        "beside_all_of",
        "merged",
        "by_itself",
        "either",
        "level",
        "items",
    )
    plain: str | None = None
    beside_ref: Part | None = None
    beside_all_of: Part | None = None
    """One or none."""
    merged: ThingMerged | None = None
    by_itself: Maybe | None = None
    either: Part | str | None = None
    level: Literal["low", "high"] | str | None = None
    items: list[int | None] | None = None
    above: int | None = None
