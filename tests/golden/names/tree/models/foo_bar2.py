from .._runtime.models import Model


class FooBar2(Model):
    a: str | None = None
