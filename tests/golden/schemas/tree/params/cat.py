from typing import Literal, Required

from typing_extensions import TypedDict


class Cat(TypedDict, total=False):
    species: Required[Literal["cat"]]
    lives: int
