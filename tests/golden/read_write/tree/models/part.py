from .._runtime.models import Model


class Part(Model):
    number: int
    size: int | None = None
