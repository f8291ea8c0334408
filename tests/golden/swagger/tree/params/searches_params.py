from collections.abc import Sequence
from typing import Required

from typing_extensions import TypedDict


class SearchCratesParams(TypedDict, total=False):
    text: Required[str]
    sizes: Sequence[int]
