from typing_extensions import TypedDict


class ListArticlesParams(TypedDict, total=False):
    page_size: int
