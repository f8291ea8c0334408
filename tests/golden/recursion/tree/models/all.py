from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.models import Model
from .._runtime.tagged import TaggedBy
from .equals import Equals


class All(Model):
    op: Literal["all"]
    rules: list[Rule] | None = None


Rule: TypeAlias = Annotated[All | Equals, TaggedBy("op", {"all": All, "equals": Equals})]
