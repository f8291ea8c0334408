from typing_extensions import TypedDict


class ListUsersParams(TypedDict, total=False):
    page: float
    limit: float
