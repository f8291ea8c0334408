from typing_extensions import TypedDict


class ListChargesParams(TypedDict, total=False):
    limit: int
    starting_after: str
