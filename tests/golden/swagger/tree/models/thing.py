from .._runtime.models import Model


class Thing(Model):
    kind: str
