from typing import Annotated, Literal, Required

from pydantic import Field
from typing_extensions import TypedDict

from .._runtime.datetime_formats import AwareDateTime, DateTimeString


class Owner(TypedDict, total=False):
    name: Required[str]
    seen: DateTimeString | AwareDateTime
    role: Literal["author", "reader"]
    secret: str
    limit: Annotated[int, Field(ge=0)]
