from pydantic import Field

from .._runtime.models import Model


class Mapping_(Model):
    list_: list[str] | None = Field(None, alias="list")
