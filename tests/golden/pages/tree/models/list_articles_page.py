from .._runtime.pagination import AsyncPage, Page
from .list_articles_response import ListArticlesResponse
from .thing import Thing


class ListArticlesPage(ListArticlesResponse, Page[Thing]):
    """A page of `articles.list`."""


class AsyncListArticlesPage(ListArticlesResponse, AsyncPage[Thing]):
    """A page of `articles.list`."""
