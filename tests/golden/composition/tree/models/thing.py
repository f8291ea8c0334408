from builtins import int as int_aliased
from typing import Annotated, Any, Literal

from pydantic import Field

from .._runtime.datetimes import AsDate
from .._runtime.models import Model
from .._runtime.open_models import OpenModel
from .._runtime.tuples import ByPosition
from .._runtime.untyped import Untyped
from .base import Base, BaseAddress
from .labels import Labels


class ThingAddress(Model):
    city: str | None = None
    zip: str | None = None


class ThingPaid(Model):
    card: str | None = None
    bill: str | None = None


class ThingSealed(Model):
    id: str | None = None
    status: Literal["up", "down"] | str | None = None
    size: int | None = None
    address: BaseAddress | None = None
    seal: str | None = None


class ThingSpare(OpenModel):
    __pydantic_extra__: dict[str, int]  # pyright: ignore[reportIncompatibleVariableOverride]
    name: str | None = None

    @property
    def additional_properties(self) -> dict[str, int]:
        """The fields that have no name in the document."""
        return self.__pydantic_extra__


class ThingWhen(Model):
    kind: str | None = None
    more: str | None = None


class Thing(Model):
    """What all have, and what is its own."""

    __nullable__ = ("whatever", "either")
    id: str
    status: Literal["up"] | str | None = None
    size: int | None = None
    address: ThingAddress | None = None
    label: str | None = None
    alone: Labels | None = None
    """One reference in an allOf is that reference."""
    limited: str | None = None
    labels: Labels | None = None
    counts: dict[str, int] | None = None
    matched: dict[str, int] | None = None
    pair: Annotated[tuple[str, Base], ByPosition()] | None = None
    row: Annotated[tuple[int_aliased, *tuple[str, ...]], ByPosition()] | None = None
    whatever: Any | None = None
    nothing: dict[str, Any] | None = None
    untyped: Annotated[str, Untyped(str)] | None = None
    either: str | int | None = None
    when: ThingWhen | None = None
    paid: ThingPaid | None = None
    has: list[Any] | None = None
    sealed: ThingSealed | None = None
    spare: ThingSpare | None = None
    any_items: list[Any] | None = None
    no_items: list[Any] | None = None
    distinct: list[Any] | None = None
    few: dict[str, int] | None = None
    self: str | None = None
    schema_: Annotated[str | None, Field(alias="schema")] = None
    model_config_: Annotated[str | None, Field(alias="model_config")] = None
    init: Annotated[str | None, Field(alias="__init__")] = None
    class_: Annotated[str | None, Field(alias="class")] = None
    a_b_2: Annotated[str | None, Field(alias="a-b")] = None
    a_b: str | None = None
    n_1st: Annotated[str | None, Field(alias="1st")] = None
    date: AsDate | None = None
    due: AsDate | None = None
    labels_2: Annotated[str | None, Field(alias="Labels")] = None
    int_: Annotated[int | None, Field(alias="int")] = None
