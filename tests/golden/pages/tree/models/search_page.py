from .._runtime.pagination import AsyncPage, Page
from .search_response import SearchResponse
from .thing import Thing


class SearchPage(SearchResponse, Page[Thing]):
    """A page of `search.create`."""


class AsyncSearchPage(SearchResponse, AsyncPage[Thing]):
    """A page of `search.create`."""
