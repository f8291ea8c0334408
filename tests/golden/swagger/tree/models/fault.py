from .._runtime.models import Model


class Fault(Model):
    message: str | None = None
