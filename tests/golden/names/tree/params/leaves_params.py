from typing_extensions import TypedDict


class ListLeavesParams(TypedDict, total=False):
    page: int
