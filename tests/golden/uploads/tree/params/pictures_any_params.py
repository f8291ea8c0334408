from collections.abc import Mapping

from typing_extensions import TypedDict


class CreateAnyParams(TypedDict, total=False):
    body: Mapping[str, object]
