from .._runtime.models import Model


class Part(Model):
    name: str | None = None
