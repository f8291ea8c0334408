from .._runtime.models import Model
from .book import Book


class BookListMeta(Model):
    page_number: int | None = None
    total_pages: int | None = None


class BookList(Model):
    data: list[Book] | None = None
    meta: BookListMeta | None = None
