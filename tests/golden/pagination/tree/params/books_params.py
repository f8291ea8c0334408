from typing_extensions import TypedDict


class ListBooksParams(TypedDict, total=False):
    page_number: int
    page_size: int
