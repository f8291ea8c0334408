from pydantic import Field

from .._runtime.models import Model
from .._runtime.pagination import AsyncPage, Page
from .thing import Thing


class SearchResponseContinue(Model):
    from_: str | None = Field(None, alias="from")


class SearchResponse(Model):
    hits: list[Thing] | None = None
    facets: list[str] | None = None
    continue_: SearchResponseContinue | None = Field(None, alias="continue")


class SearchPage(Page[Thing], SearchResponse):
    """A page of `search.create`."""

    __items__ = "hits"


class AsyncSearchPage(AsyncPage[Thing], SearchResponse):
    """A page of `search.create`."""

    __items__ = "hits"
