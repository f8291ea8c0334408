from .._runtime.models import Model


class Other(Model):
    kind: str | None = None
    name: str | None = None
