from .._runtime.models import Model


class Order(Model):
    id: int
    note: str | None = None
