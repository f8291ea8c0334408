from .._runtime.models import Model


class Whole(Model):
    text: str | None = None
    parts: int | None = None
