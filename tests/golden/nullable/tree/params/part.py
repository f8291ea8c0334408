from typing_extensions import TypedDict


class Part(TypedDict, total=False):
    name: str
