from collections.abc import Mapping

from typing_extensions import TypedDict


class CreateFreeParams(TypedDict, total=False):
    """The arguments of `free.create`."""

    body: Mapping[str, object]
