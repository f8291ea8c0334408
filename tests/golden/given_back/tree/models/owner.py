from typing import Annotated, Literal

from pydantic import Field

from .._runtime.datetimes import AsDateTime
from .._runtime.models import Model


class Owner(Model):
    __read_only__ = ("joined_on",)
    name: str
    joined_on: Annotated[AsDateTime | None, Field(alias="joined-on")] = None
    seen: AsDateTime | None = None
    role: Literal["author", "reader"] | str | None = None
    limit: int | None = None
