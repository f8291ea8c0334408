from typing_extensions import TypedDict


class CreateNestedRequestInner(TypedDict, total=False):
    n: int


class CreateNestedParams(TypedDict, total=False):
    inner: CreateNestedRequestInner
