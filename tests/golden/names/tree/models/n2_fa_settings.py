from pydantic import Field

from .._runtime.datetimes import AsDate
from .._runtime.models import Model
from .foo_bar import FooBar
from .foo_bar2 import FooBar2


class N2faSettings(Model):
    class_: str | None = Field(None, alias="class")
    id: str | None = Field(None, alias="@id")
    model_config_: str | None = Field(None, alias="model_config")
    copy_: str | None = Field(None, alias="copy")
    date: AsDate | None = None
    private: str | None = Field(None, alias="_private")
    collide: FooBar2 | None = None
    other: FooBar | None = None
