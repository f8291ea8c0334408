from typing_extensions import TypedDict

from .._runtime.model_arguments import OrModel


class CreateNestedRequestInner(TypedDict, total=False):
    n: int


class CreateNestedParams(TypedDict, total=False):
    inner: OrModel[CreateNestedRequestInner]
