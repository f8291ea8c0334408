"""The calls of `client.books`."""

from __future__ import annotations

from .. import _runtime as core, models, params
from .._runtime import counting, omit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

_LIST = core.Operation(
    "GET /books",
    params=lambda: params.ListBooksParams,
    places={"page": core.Query("page", style="deepObject")},
    response=lambda: models.ListBooksPage2,
    page=counting.Counted(
        argument="page.number", items="data", number="meta.page_number", total="meta.total_pages"
    ),
)


class Books(core.Resource):
    """`client.books` of a `Pages`."""

    with_raw_response = core.view(lambda: BooksWithRawResponse)
    with_streaming_response = core.view(lambda: BooksWithStreamingResponse)

    def list(
        self, *, page: params.ListBooksPage | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.ListBooksPage2:
        """Call `GET /books`."""
        return self._request(_LIST, {"page": page}, options)


class AsyncBooks(core.AsyncResource):
    """`client.books` of an `AsyncPages`."""

    with_raw_response = core.view(lambda: AsyncBooksWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncBooksWithStreamingResponse)

    list = core.paginated(Books.list, lambda: models.AsyncListBooksPage2)


class BooksWithRawResponse(core.View):
    list = core.raw(Books.list)


class BooksWithStreamingResponse(core.View):
    list = core.streaming(Books.list)


class AsyncBooksWithRawResponse(core.AsyncView):
    list = core.async_raw(AsyncBooks.list)


class AsyncBooksWithStreamingResponse(core.AsyncView):
    list = core.async_streaming(AsyncBooks.list)
