from .._runtime import pagination
from .._runtime.models import Model
from .page import Page


class PagesMeta(Model):
    page_number: int | None = None
    total_pages: int | None = None


class Pages(Model):
    data: list[Page] | None = None
    meta: PagesMeta | None = None


class ListPagesPage(pagination.Page[Page], Pages):
    """A page of `pages.list`."""

    __items__ = "data"


class AsyncListPagesPage(pagination.AsyncPage[Page], Pages):
    """A page of `pages.list`."""

    __items__ = "data"
