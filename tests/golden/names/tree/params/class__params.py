from typing import Required

from typing_extensions import TypedDict

from .._runtime.model_arguments import OrModel

None_RequestInner = TypedDict(
    "None_RequestInner",
    {
        "not-a-name": "str",
        "def": "bool",
    },
    total=False,
)


class ImportParams(TypedDict, total=False):
    from__2: str
    from_: str
    x_trace_id: str
    self_: int
    timeout_: float


class None_Params(TypedDict, total=False):
    größe: Required[str]
    class_: Required[str]
    body_größe: int
    type: str
    inner: OrModel[None_RequestInner]
