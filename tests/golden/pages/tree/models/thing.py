from .._runtime.models import Model


class Thing(Model):
    id: str
    name: str | None = None
