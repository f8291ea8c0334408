"""The calls of `client.shelves`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, numbered_pages, omit

_LIST = core.Operation(
    "GET /shelves",
    params=lambda: params.ListShelvesParams,
    locations={"page": core.Query("page")},
    response=lambda: models.ListShelvesPage,
    page=numbered_pages.Counted(argument="page", more="has_more"),
)


class Shelves(core.Resource):
    """`client.shelves` of a `Pages`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(
        self, *, page: int | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.ListShelvesPage:
        """Call `GET /shelves`.

        Args:
            page: (default 1)
        """
        return self._request(_LIST, options, page=page)


class _Methods(core.Methods[core.Kind]):
    list = core.paginated(Shelves.list, lambda: models.AsyncListShelvesPage)


class AsyncShelves(_Methods[core.Async]):
    """`client.shelves` of an `AsyncPages`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
