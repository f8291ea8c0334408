from .._runtime.models import Model


class Walk(Model):
    steps: int
