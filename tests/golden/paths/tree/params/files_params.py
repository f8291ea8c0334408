from typing import Required

from typing_extensions import TypedDict


class SearchFilesParams(TypedDict, total=False):
    text: Required[str]


class CopyFileParams2(TypedDict, total=False):
    name: Required[str]
    destination: Required[str]
    tag: str


class GetFilesNameJsonParams(TypedDict, total=False):
    name: Required[str]
    tag: str
