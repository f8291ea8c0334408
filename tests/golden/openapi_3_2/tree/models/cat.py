from .._runtime.models import Model


class Cat(Model):
    kind: str | None = None
    lives: int | None = None
