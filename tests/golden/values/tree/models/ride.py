from typing import Annotated, Literal

from .._runtime.datetimes import AsDateTime
from .._runtime.enum_unions import ByEnums
from .._runtime.models import Model
from .._runtime.suggestions import Suggested
from .._runtime.tuples import ByPosition
from .bus import Bus
from .bus_event import BusEvent
from .car import Car
from .car_event import CarEvent
from .doors import Doors
from .sound import Sound
from .walk import Walk
from .wheels import Wheels
from .wings import Wings


class Ride(Model):
    __nullable__ = ("maybe",)
    vehicle: Annotated[Car | Bus, ByEnums()] | None = None
    vehicles: list[Annotated[Car | Bus, ByEnums()]] | None = None
    by_name: dict[str, Annotated[Car | Bus, ByEnums()]] | None = None
    pair: Annotated[tuple[Annotated[Car | Bus, ByEnums()]], ByPosition()] | None = None
    maybe: Annotated[Car | Bus, ByEnums()] | None = None
    any: Annotated[Car | Bus, ByEnums()] | str | None = None
    event: Annotated[CarEvent | BusEvent, ByEnums()] | None = None
    rows: Annotated[list[Car] | list[Bus], ByEnums()] | None = None
    several: Annotated[Wheels | Wings, ByEnums()] | None = None
    plain: Annotated[Car | Walk, ByEnums()] | None = None
    rules: Annotated[Sound | Doors, ByEnums()] | None = None
    size: str | Annotated[Literal["small", "large"], Suggested()] | None = None
    sizes: list[Annotated[Literal["small", "large"], Suggested()] | str] | None = None
    count: int | Annotated[Literal[0], Suggested()] | None = None
    when: AsDateTime | Literal["now"] | str | None = None
