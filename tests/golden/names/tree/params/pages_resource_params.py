from typing_extensions import TypedDict


class ListPagesParams(TypedDict, total=False):
    page: int
