from typing_extensions import TypedDict


class Dog(TypedDict, total=False):
    kind: str
    good: bool
