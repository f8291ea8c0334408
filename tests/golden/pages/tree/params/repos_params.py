from typing_extensions import TypedDict


class ListReposParams(TypedDict, total=False):
    page: int
    per_page: int
