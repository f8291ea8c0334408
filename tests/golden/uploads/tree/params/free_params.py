from collections.abc import Mapping
from typing import Required

from typing_extensions import TypedDict


class CreateFreeParams(TypedDict, total=False):
    body: Required[Mapping[str, object]]
