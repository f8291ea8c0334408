from typing_extensions import TypedDict


class Maybe(TypedDict, total=False):
    name: str
