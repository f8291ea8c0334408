from .._runtime.list_pages import AsyncListPage, ListPage


class ListEventsPage(ListPage[str]):
    """A page of `events.list`."""


class AsyncListEventsPage(AsyncListPage[str]):
    """A page of `events.list`."""
