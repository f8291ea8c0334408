from typing_extensions import TypedDict


class Cat(TypedDict, total=False):
    kind: str
    lives: int
