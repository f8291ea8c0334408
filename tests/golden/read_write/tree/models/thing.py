from .._runtime.datetimes import AsDate
from .._runtime.models import Model
from .log import Log
from .part import Part


class Thing(Model):
    __read_only__ = ("id", "made", "log")
    id: str
    name: str
    """Deprecated."""
    part: Part | None = None
    parts: list[Part] | None = None
    made: AsDate | None = None
    log: Log | None = None
