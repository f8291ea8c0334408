from collections.abc import Mapping

from typing_extensions import TypedDict


class CreateFreeParams(TypedDict, total=False):
    body: Mapping[str, object]
