from .._runtime.models import Model


class Fault(Model):
    fault: str | None = None
