from .._runtime.models import Model


class Bird(Model):
    kind: str
    wings: int | None = None
