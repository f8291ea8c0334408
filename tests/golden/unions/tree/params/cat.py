from typing import Required

from typing_extensions import TypedDict


class Cat(TypedDict, total=False):
    kind: Required[str]
    lives: int
    name: str
