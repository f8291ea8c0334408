from typing_extensions import TypedDict


class ListRoomsPage(TypedDict, total=False):
    number: int
    """Default 1."""
    size: int


class ListRoomsParams(TypedDict, total=False):
    page: ListRoomsPage
