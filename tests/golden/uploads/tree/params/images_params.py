from collections.abc import Sequence
from typing import Literal, Required

from typing_extensions import TypedDict

from .._runtime.content import ContentTypes
from .._runtime.model_arguments import OrModel


class PatchImageRequestItem(TypedDict, total=False):
    op: Required[str]
    path: str


class PatchImageParams(TypedDict, total=False):
    id: Required[str]
    body: Sequence[OrModel[PatchImageRequestItem]]


class PutImageParams(TypedDict, total=False):
    id: Required[str]
    body: ContentTypes
    content_type: Literal["image/png", "image/jpeg"]
