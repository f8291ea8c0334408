from .._runtime.models import Model


class Problem(Model):
    title: str | None = None
