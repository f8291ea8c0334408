from .._runtime.models import Model


class Problem(Model):
    title: str | None = None
    code: int | None = None
    causes: list[str] | None = None
