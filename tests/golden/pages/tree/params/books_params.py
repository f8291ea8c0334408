from typing_extensions import TypedDict


class ListBooksPage(TypedDict, total=False):
    number: int
    size: int


class ListBooksParams(TypedDict, total=False):
    page: ListBooksPage
