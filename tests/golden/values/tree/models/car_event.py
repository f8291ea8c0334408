from .._runtime.models import Model
from .car import CarData


class CarEvent(Model):
    name: str | None = None
    data: CarData | None = None
