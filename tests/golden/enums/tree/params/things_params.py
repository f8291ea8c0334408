from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from typing_extensions import TypedDict

from .._runtime.fractions import one_of

CreateThingParams = TypedDict(
    "CreateThingParams",
    {
        "text": 'Literal["up", "down", "UP", "", "a b"]',
        "number": "Literal[0, 1]",
        "named": "Literal[1, 2]",
        "oddly": 'Literal["a", "b", "c", "d"]',
        "mixed": 'Literal[1, "one", True] | None',
        "nullable": 'Literal["a", "b"] | None',
        "only_null": "None",
        "empty": "str",
        "flag": "Literal[True]",
        "unquoted": 'Literal["1", "2.5"]',
        "share": "Annotated[Literal[1] | float, one_of(0.5, 1)]",
        "many": 'Sequence[Literal["x", "y"]]',
        "fixed": 'Literal["v1"]',
        "two": "Literal[2]",
        "object": 'Annotated[Mapping[str, int], one_of({"a": 1})]',
        "rows": 'Literal["x"] | Annotated[Sequence[int], one_of([1, 2], [3])] | Annotated[Mapping[str, Sequence[bool]] | Mapping[str, object], one_of({"a": [True]}, {})] | None',
        "narrowed": 'Literal["red", "blue"]',
    },
    total=False,
)
