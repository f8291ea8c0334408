from typing import Required

from typing_extensions import TypedDict

from .._runtime.content import FileTypes


class CratePictureParams(TypedDict, total=False):
    id: Required[int]


class PaintCrateParams(TypedDict, total=False):
    id: Required[int]
    picture: Required[FileTypes]
    note: str
