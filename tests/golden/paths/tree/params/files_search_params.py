from typing import Required

from typing_extensions import TypedDict


class SearchFilesParams(TypedDict, total=False):
    text: Required[str]
