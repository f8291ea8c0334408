"""The calls of `client.books`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, numbered_pages, omit

_LIST = core.Operation(
    "GET /books",
    params=lambda: params.ListBooksParams,
    locations={"page": core.Query("page", style="deepObject")},
    response=lambda: models.ListBooksPage2,
    page=numbered_pages.Counted(
        argument="page.number", number="meta.page_number", total="meta.total_pages"
    ),
)


class Books(core.Resource):
    """`client.books` of a `Pages`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(
        self, *, page: params.ListBooksPage | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.ListBooksPage2:
        """Call `GET /books`."""
        return self._request(_LIST, options, page=page)


class _Methods(core.Methods[core.Kind]):
    list = core.paginated(Books.list, lambda: models.AsyncListBooksPage2)


class AsyncBooks(_Methods[core.Async]):
    """`client.books` of an `AsyncPages`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
