from .._runtime.models import Model


class Page(Model):
    text: str | None = None
