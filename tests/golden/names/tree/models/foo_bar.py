from .._runtime.models import Model


class FooBar(Model):
    b: str | None = None
