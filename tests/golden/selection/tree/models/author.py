from .._runtime.models import Model


class Author(Model):
    """Who wrote it."""

    name: str | None = None
    """As on the cover."""
