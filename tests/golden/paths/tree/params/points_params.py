from typing import Required

from typing_extensions import TypedDict


class PointAtParams(TypedDict, total=False):
    style: Required[str]
    x: Required[float]
    y: Required[float]
