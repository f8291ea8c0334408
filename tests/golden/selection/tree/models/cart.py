from .._runtime.models import Model


class Cart(Model):
    count: int | None = None
