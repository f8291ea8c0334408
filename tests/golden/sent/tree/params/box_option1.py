from typing import Required

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict

BoxOption1 = TypedDict(
    "BoxOption1",
    {
        "width": "Required[float]",
        "height": "Required[float]",
        "depth": "Required[float]",
        "colour": "Required[object]",
        "x-own": "Required[int]",
    },
    total=False,
)
with_config(ConfigDict(extra="allow"))(BoxOption1)
