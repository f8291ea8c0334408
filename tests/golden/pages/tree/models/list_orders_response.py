from .._runtime.models import Model
from .thing import Thing


class ListOrdersResponse(Model):
    items: list[Thing] | None = None
    total: int | None = None
