from typing_extensions import TypedDict


class ListShelvesParams(TypedDict, total=False):
    page: int
