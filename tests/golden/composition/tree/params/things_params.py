from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Literal, Required

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict

from .._runtime.datetime_formats import DateString
from .._runtime.model_arguments import OrModel
from .._runtime.tuples import ByPosition
from .._runtime.uniqueness import Unique
from .base import Base, BaseAddress
from .labels import Labels


class ThingAddress(TypedDict, total=False):
    city: str
    zip: str


class ThingPaid(TypedDict, total=False):
    card: str
    bill: str


class ThingSealed(TypedDict, total=False):
    id: str
    status: Literal["up", "down"]
    size: Annotated[int, Field(le=9)]
    address: OrModel[BaseAddress]
    seal: str


@with_config(ConfigDict(extra="allow"))
class ThingSpare(TypedDict, total=False):
    name: str


class ThingWhen(TypedDict, total=False):
    kind: str
    more: str


CreateThingParams = TypedDict(
    "CreateThingParams",
    {
        "id": "Required[str]",
        "status": 'Literal["up"]',
        "size": "Annotated[int, Field(ge=2, le=9)]",
        "address": "OrModel[ThingAddress]",
        "label": "Annotated[str, Field(max_length=5)]",
        "alone": "OrModel[Labels]",
        "limited": "Annotated[str, Field(min_length=1, max_length=3)]",
        "labels": "OrModel[Labels]",
        "counts": "Mapping[str, int]",
        "matched": "Mapping[str, int]",
        "pair": "Annotated[tuple[str, OrModel[Base]], ByPosition()]",
        "row": "Annotated[tuple[int, *tuple[str, ...]], ByPosition()]",
        "whatever": "object",
        "nothing": "Mapping[str, object]",
        "untyped": "Annotated[str, Field(max_length=3)]",
        "either": "str | int | None",
        "when": "OrModel[ThingWhen]",
        "paid": "OrModel[ThingPaid]",
        "has": "Sequence[object]",
        "sealed": "OrModel[ThingSealed]",
        "spare": "OrModel[ThingSpare]",
        "any_items": "Sequence[object]",
        "no_items": "Annotated[Sequence[object], Field(max_length=0)]",
        "distinct": "Annotated[Annotated[Sequence[object], Field(max_length=5)], Unique()]",
        "few": "Annotated[Mapping[str, int], Field(min_length=1, max_length=2)]",
        "self_": "str",
        "schema": "str",
        "model_config": "str",
        "init": "str",
        "class_": "str",
        "a_b_2": "str",
        "a_b": "str",
        "n_1st": "str",
        "date": "DateString | date",
        "due": "DateString | date",
        "labels_2": "str",
        "int": "int",
    },
    total=False,
)
