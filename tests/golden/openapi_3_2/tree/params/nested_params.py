from typing_extensions import TypedDict

from .._runtime.given import OrModel


class CreateNestedRequestInner(TypedDict, total=False):
    n: int


class CreateNestedParams(TypedDict, total=False):
    inner: OrModel[CreateNestedRequestInner]
