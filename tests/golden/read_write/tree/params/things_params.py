from collections.abc import Sequence
from typing import Required

from typing_extensions import TypedDict

from .key import Key
from .part import Part


class ListThingsParams(TypedDict, total=False):
    size: int
    page: int


class CreateThingParams(TypedDict, total=False):
    secret: Required[str]
    name: Required[str]
    part: Part
    parts: Sequence[Part]
    key: Key
