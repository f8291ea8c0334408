from typing import Required

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict

BoxOption2 = TypedDict(
    "BoxOption2",
    {
        "width": "Required[float]",
        "height": "Required[float]",
        "depth": "Required[str]",
        "girth": "float",
        "colour": "Required[object]",
        "x-own": "Required[int]",
    },
    total=False,
)
with_config(ConfigDict(extra="allow"))(BoxOption2)
