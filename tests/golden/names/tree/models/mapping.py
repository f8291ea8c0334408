from typing import Annotated

from pydantic import Field

from .._runtime.models import Model


class Mapping_(Model):
    list_: Annotated[list[str] | None, Field(alias="list")] = None
