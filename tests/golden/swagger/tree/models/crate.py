from .._runtime.models import Model


class Crate(Model):
    __nullable__ = ("label",)
    kind: str
    id: int | None = None
    label: str | None = None
