from typing import Annotated

from .._runtime.datetimes import AsDateTime
from .._runtime.models import Model
from .._runtime.tuples import ByPosition
from .._runtime.untyped import Untyped


class LooseClosed(Model):
    name: str | None = None


class LooseRoom(Model):
    __untyped__ = True
    name: str | None = None


class LooseRoomsItem(Model):
    __untyped__ = True
    name: str | None = None


class Loose(Model):
    room: LooseRoom | None = None
    rooms: Annotated[list[LooseRoomsItem], Untyped(list)] | None = None
    map: Annotated[dict[str, int], Untyped(dict)] | None = None
    pair: Annotated[Annotated[tuple[int], ByPosition()], Untyped(list)] | None = None
    at: Annotated[AsDateTime, Untyped(str)] | None = None
    least: Annotated[float, Untyped(float)] | None = None
    short: Annotated[str, Untyped(str)] | None = None
    closed: LooseClosed | None = None
