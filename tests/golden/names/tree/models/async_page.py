from .._runtime import pagination
from .._runtime.models import Model


class AsyncPage(Model):
    leaves: list[str] | None = None
    page: int | None = None
    total_pages: int | None = None


class ListLeavesPage(pagination.Page[str], AsyncPage):
    """A page of `leaves.list`."""

    __items__ = "leaves"


class AsyncListLeavesPage(pagination.AsyncPage[str], AsyncPage):
    """A page of `leaves.list`."""

    __items__ = "leaves"
