from .._runtime.models import Model


class Part(Model):
    text: str | None = None
