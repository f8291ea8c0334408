from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Literal, Required

from pydantic import Field
from typing_extensions import TypedDict

from .._runtime.datetime_formats import DateString
from .._runtime.model_arguments import OrModel
from .._runtime.patterns import Matches
from .box_option1 import BoxOption1
from .box_option2 import BoxOption2


class CreateParcelRequestLock(TypedDict, total=False):
    until: str
    kind: Required[object]


class CreateParcelParams(TypedDict, total=False):
    weight: Required[float]
    destination: Required[object]
    note: Annotated[str, Matches("^[A-Za-z0-9_]+$", "^\\w+$")]
    count: int
    lock: OrModel[CreateParcelRequestLock]
    code: Annotated[str, Matches("^[A-Z]{2}/[0-9]+$", "^[A-Z]{2}\\/[0-9]+$")]
    codes: Sequence[Annotated[str, Matches("^[A-Z]{2}/[0-9]+$", "^[A-Z]{2}\\/[0-9]+$")]]
    labels: Mapping[str, Annotated[str, Field(max_length=3), Matches("^[0-9]+$", "^\\d+$")]]
    colour: Annotated[str, Matches("^#[0-9a-f]{6}$")] | None
    either: Annotated[str, Matches("^a")] | Annotated[str, Matches("^b")] | int
    both: Annotated[str, Matches("a"), Matches("b$")]
    day: Annotated[DateString, Matches("^2026\\-", "^2026-")] | date
    ahead: str
    wrong: str
    size: Literal["S", "M"]
    told: Annotated[str, Matches("^(?:[a-z])<b>$", "^(?<first>[a-z])<b>$")]
    box: OrModel[BoxOption1 | BoxOption2]


class GetParcelsCodeParams(TypedDict, total=False):
    code: Required[Annotated[str, Matches("^[A-Z]{2}/[0-9]+$", "^[A-Z]{2}\\/[0-9]+$")]]
    fields: Sequence[Annotated[str, Matches("^[a-z]+$")]]
