from .._runtime.models import Model


class Nest(Model):
    eggs: int | None = None
