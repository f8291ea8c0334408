from typing import Required

from typing_extensions import TypedDict


class CreateFeedParams(TypedDict, total=False):
    body: Required[bytes | str]
