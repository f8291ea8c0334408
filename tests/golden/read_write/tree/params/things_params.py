from collections.abc import Sequence
from typing import Required

from typing_extensions import TypedDict

from .._runtime.model_arguments import OrModel
from .key import Key
from .part import Part


class ListThingsParams(TypedDict, total=False):
    size: int
    page: int


class CreateThingParams(TypedDict, total=False):
    secret: Required[str]
    name: Required[str]
    part: OrModel[Part]
    parts: Sequence[OrModel[Part]]
    key: OrModel[Key]
