from .._runtime.models import Model


class Problem(Model):
    code: int
    hint: str | None = None
