from collections.abc import Sequence
from typing import Annotated, Literal, Required

from pydantic import Field
from typing_extensions import TypedDict


class GetItemWherePrice(TypedDict, total=False):
    lt: float


class GetItemWhere(TypedDict, total=False):
    price: GetItemWherePrice


class GetItemParams(TypedDict, total=False):
    id: Required[Annotated[int, Field(ge=1)]]
    shop_id: Required[str]
    lang: Literal["en", "de"]
    ids: Sequence[str]
    where: GetItemWhere
    x_request_source: str
    session: str


class PutItemParams(TypedDict, total=False):
    id: Required[int]
    shop_id: Required[str]
    lang: str
    body_id: int
    name: Annotated[str, Field(min_length=1)]
