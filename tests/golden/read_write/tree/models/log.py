from .._runtime.models import Model


class Log(Model):
    lines: list[str] | None = None
