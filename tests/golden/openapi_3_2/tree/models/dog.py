from .._runtime.models import Model


class Dog(Model):
    kind: str | None = None
    good: bool | None = None
