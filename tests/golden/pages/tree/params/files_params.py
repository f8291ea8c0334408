from typing_extensions import TypedDict


class ListFilesParams(TypedDict, total=False):
    page_size: int
    page_token: str
