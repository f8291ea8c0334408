from .._runtime.list_pages import AsyncListPage, ListPage
from .thing import Thing


class ListReposPage(ListPage[Thing]):
    """A page of `repos.list`."""


class AsyncListReposPage(AsyncListPage[Thing]):
    """A page of `repos.list`."""
