from .._runtime.models import Model


class Part(Model):
    __read_only__ = ("number",)
    number: int
    size: int | None = None
