from typing import Required

from typing_extensions import TypedDict


class SearchParams(TypedDict, total=False):
    query: Required[str]
    from_: str
