from typing_extensions import TypedDict


class Other(TypedDict, total=False):
    kind: str
    name: str
