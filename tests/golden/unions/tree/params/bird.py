from typing import Required

from typing_extensions import TypedDict


class Bird(TypedDict, total=False):
    kind: Required[str]
    wings: int
