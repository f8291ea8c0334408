from typing_extensions import TypedDict


class CreateOrderParams(TypedDict, total=False):
    id: int
    note: str
