from collections.abc import Sequence
from typing import Annotated, Required

from pydantic import Field
from typing_extensions import TypedDict


class ListCratesParams(TypedDict, total=False):
    limit: Annotated[int, Field(ge=1, le=100)]
    tags: Sequence[str]
    sizes: Sequence[int]
    marks: Sequence[str]
    words: Sequence[str]
    x_trace: Sequence[str]


class KeepCrateParams(TypedDict, total=False):
    kind: Required[str]
    limit: Annotated[int, Field(ge=1, le=100)]
    id: int
    label: str | None


class ChangeCrateParams(TypedDict, total=False):
    id: Required[int]
    label: str | None
