from typing import Annotated

from pydantic import Field

from .._runtime.models import Model
from .._runtime.pagination import AsyncPage, Page
from .thing import Thing


class SearchResponseContinue(Model):
    from_: Annotated[str | None, Field(alias="from")] = None


class SearchResponse(Model):
    hits: list[Thing] | None = None
    facets: list[str] | None = None
    continue_: Annotated[SearchResponseContinue | None, Field(alias="continue")] = None


class SearchPage(Page[Thing], SearchResponse):
    """A page of `search.retrieve`."""

    __items__ = "hits"


class AsyncSearchPage(AsyncPage[Thing], SearchResponse):
    """A page of `search.retrieve`."""

    __items__ = "hits"
