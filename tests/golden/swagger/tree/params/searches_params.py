from typing import Required

from typing_extensions import TypedDict


class SearchCratesParams(TypedDict, total=False):
    body: Required[bytes | str]
