from typing import Required

from typing_extensions import TypedDict


class GetCopyParams(TypedDict, total=False):
    code: Required[str]
    query_code: str
