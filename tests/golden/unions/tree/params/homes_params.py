from typing import Required

from typing_extensions import TypedDict


class UpdateHomeParams(TypedDict, total=False):
    id: Required[str]
    name: str
    street: str
