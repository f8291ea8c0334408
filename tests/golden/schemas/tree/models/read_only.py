from .._runtime.models import Model


class ReadOnly(Model):
    __read_only__ = ("made",)
    made: str | None = None
