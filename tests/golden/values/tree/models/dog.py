from .._runtime.models import Model


class Dog(Model):
    kind: str
    loud: bool | None = None
