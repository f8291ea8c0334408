from .._runtime.models import Model


class Sale(Model):
    buyer: str | None = None
