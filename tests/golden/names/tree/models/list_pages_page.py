from .._runtime import pagination
from .page import Page
from .pages import Pages


class ListPagesPage(Pages, pagination.Page[Page]):
    """A page of `pages.list`."""


class AsyncListPagesPage(Pages, pagination.AsyncPage[Page]):
    """A page of `pages.list`."""
