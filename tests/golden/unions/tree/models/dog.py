from .._runtime.models import Model


class Dog(Model):
    kind: str
    lives: str | None = None
    good: bool | None = None
