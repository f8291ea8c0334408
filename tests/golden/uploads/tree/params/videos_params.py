from typing import Required

from typing_extensions import TypedDict

from .._runtime.content import ContentTypes


class PutVideoParams(TypedDict, total=False):
    id: Required[str]
    body: Required[ContentTypes]
    content_type: str
