from typing import Required

from typing_extensions import TypedDict


class CreatePlacesParams(TypedDict, total=False):
    body: Required[bytes | str]
    content_type: str
