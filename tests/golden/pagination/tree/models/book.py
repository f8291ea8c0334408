from .._runtime.models import Model


class Book(Model):
    title: str | None = None
