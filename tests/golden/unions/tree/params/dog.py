from typing import Required

from typing_extensions import TypedDict


class Dog(TypedDict, total=False):
    kind: Required[str]
    lives: str
    good: bool
