from typing_extensions import TypedDict


class ListOrdersParams(TypedDict, total=False):
    offset: int
    limit: int
