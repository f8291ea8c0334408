from .._runtime.models import Model
from .thing import Thing


class ListChargesResponse(Model):
    data: list[Thing]
    has_more: bool
    url: str | None = None
