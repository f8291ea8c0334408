from typing import Literal

from pydantic import Field

from .._runtime.datetimes import AsDateTime
from .._runtime.models import Model


class Owner(Model):
    __read_only__ = ("joined_on",)
    name: str
    joined_on: AsDateTime | None = Field(None, alias="joined-on")
    seen: AsDateTime | None = None
    role: Literal["author", "reader"] | str | None = None
    limit: int | None = None
