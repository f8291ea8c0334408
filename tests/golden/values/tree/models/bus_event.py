from .._runtime.models import Model
from .bus import BusData


class BusEvent(Model):
    name: str | None = None
    data: BusData | None = None
