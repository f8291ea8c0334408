from typing import Required

from typing_extensions import TypedDict


class CopyFileParams(TypedDict, total=False):
    name: Required[int]
    destination: Required[str]
    tag: str


class GetArchiveFilesNameJsonParams(TypedDict, total=False):
    name: Required[int]
    tag: str
