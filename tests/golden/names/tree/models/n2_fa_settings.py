from typing import Annotated

from pydantic import Field

from .._runtime.datetimes import AsDate
from .._runtime.models import Model
from .foo_bar import FooBar
from .foo_bar2 import FooBar2


class N2faSettings(Model):
    class_: Annotated[str | None, Field(alias="class")] = None
    id: Annotated[str | None, Field(alias="@id")] = None
    model_config_: Annotated[str | None, Field(alias="model_config")] = None
    copy_: Annotated[str | None, Field(alias="copy")] = None
    date: AsDate | None = None
    private: Annotated[str | None, Field(alias="_private")] = None
    collide: FooBar2 | None = None
    other: FooBar | None = None
