from .._runtime.models import Model
from .author import Author


class Book(Model):
    """What is written."""

    title: str | None = None
    author: Author | None = None
