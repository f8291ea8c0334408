from .._runtime.models import Model


class Maybe(Model):
    name: str | None = None
