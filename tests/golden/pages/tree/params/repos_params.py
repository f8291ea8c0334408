from typing_extensions import TypedDict


class ListReposParams(TypedDict, total=False):
    page: int
    """Default 1."""
    per_page: int
