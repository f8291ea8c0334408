from .._runtime.models import Model
from .thing import Thing


class ListBooksResponseMeta(Model):
    page_number: int | None = None
    total_pages: int | None = None


class ListBooksResponse(Model):
    data: list[Thing] | None = None
    meta: ListBooksResponseMeta | None = None
