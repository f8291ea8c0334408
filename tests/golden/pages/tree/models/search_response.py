from pydantic import Field

from .._runtime.models import Model
from .thing import Thing


class SearchResponseContinue(Model):
    from_: str | None = Field(None, alias="from")


class SearchResponse(Model):
    hits: list[Thing] | None = None
    facets: list[str] | None = None
    continue_: SearchResponseContinue | None = Field(None, alias="continue")
