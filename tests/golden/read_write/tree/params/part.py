from typing import Required

from typing_extensions import TypedDict


class Part(TypedDict, total=False):
    pin: Required[str]
    size: int
    """Default 3."""
