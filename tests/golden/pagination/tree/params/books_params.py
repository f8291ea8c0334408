from typing_extensions import TypedDict


class ListBooksParams(TypedDict, total=False):
    """The arguments of `books.list`."""

    page_number: int
    page_size: int
