from .._runtime.models import Model


class Cat(Model):
    kind: str
    lives: int | None = None
