"""The calls of `client.books`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, omit

_LIST = core.Operation(
    "GET /books",
    params=lambda: params.ListBooksParams,
    locations={"page_number": core.Query("page[number]"), "page_size": core.Query("page[size]")},
    response=lambda: models.ListBooksPage,
    page=core.PageNumber(argument="page_number"),
)


class Books(core.Resource):
    """`client.books` of a `Pagination`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(
        self,
        *,
        page_number: int | Omit = omit,
        page_size: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ListBooksPage:
        """Call `GET /books`."""
        return self._request(_LIST, options, page_number=page_number, page_size=page_size)


class _Methods(core.Methods[core.Kind]):
    list = core.paginated(Books.list, lambda: models.AsyncListBooksPage)


class AsyncBooks(_Methods[core.Async]):
    """`client.books` of an `AsyncPagination`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
