from typing_extensions import TypedDict


class ListColoursParams(TypedDict, total=False):
    offset: int
    limit: int
