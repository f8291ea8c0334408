from .._runtime.models import Model


class Starred(Model):
    stars: int | None = None
