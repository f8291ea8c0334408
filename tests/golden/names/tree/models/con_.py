from typing import Annotated

from pydantic import Field

from .._runtime.models import Model
from .mapping import Mapping_


class Con(Model):
    mapping: Annotated[Mapping_ | None, Field(alias="Mapping")] = None
