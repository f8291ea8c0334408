from typing import Any

from .._runtime.models import Model
from .._runtime.pagination import AsyncPage, Page
from .thing import Thing


class ListArticlesResponseLinksNext(Model):
    href: str | None = None


class ListArticlesResponseLinks(Model):
    __nullable__ = ("next",)
    next: str | ListArticlesResponseLinksNext | None = None


class ListArticlesResponse(Model):
    data: list[Thing] | None = None
    included: list[dict[str, Any]] | None = None
    links: ListArticlesResponseLinks | None = None


class ListArticlesPage(Page[Thing], ListArticlesResponse):
    """A page of `articles.list`."""

    __items__ = "data"


class AsyncListArticlesPage(AsyncPage[Thing], ListArticlesResponse):
    """A page of `articles.list`."""

    __items__ = "data"
