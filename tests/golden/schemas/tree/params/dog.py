from typing import Literal, Required

from typing_extensions import TypedDict


class Dog(TypedDict, total=False):
    species: Required[Literal["dog"]]
    good: bool
