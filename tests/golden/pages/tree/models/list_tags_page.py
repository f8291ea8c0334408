from .._runtime.list_pages import AsyncListPage, ListPage


class ListTagsPage(ListPage[str]):
    """A page of `tags.list`."""


class AsyncListTagsPage(AsyncListPage[str]):
    """A page of `tags.list`."""
