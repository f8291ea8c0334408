from typing_extensions import TypedDict


class Key(TypedDict, total=False):
    bits: int
