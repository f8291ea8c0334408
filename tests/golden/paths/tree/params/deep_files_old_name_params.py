from typing_extensions import TypedDict


class OldFilesParams(TypedDict, total=False):
    at: str
