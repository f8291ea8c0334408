from collections.abc import Mapping, Sequence
from typing import Literal, Required

from typing_extensions import TypedDict

from .._runtime.model_arguments import OrModel


class CreateTokenRequestFilter(TypedDict, total=False):
    age: Mapping[str, int]


class CreateTokenParams(TypedDict, total=False):
    grant_type: Required[Literal["password", "refresh"]]
    scope: Sequence[str]
    audience: Sequence[str]
    filter: OrModel[CreateTokenRequestFilter]
    meta: Mapping[str, str]
    ratio: float | None
    tags: Sequence[str]
    return_to: str
