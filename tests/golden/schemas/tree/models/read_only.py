from .._runtime.models import Model


class ReadOnly(Model):
    made: str | None = None
