from typing import Required

from typing_extensions import TypedDict


class CratePictureParams(TypedDict, total=False):
    id: Required[int]


class PaintCrateParams(TypedDict, total=False):
    id: Required[int]
    body: Required[bytes | str]
