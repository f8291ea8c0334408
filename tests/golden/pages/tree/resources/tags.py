"""The calls of `client.tags`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, numbered_pages, omit

_LIST = core.Operation(
    "GET /tags",
    params=lambda: params.ListTagsParams,
    locations={"page": core.Query("page"), "size": core.Query("size")},
    response=lambda: models.ListTagsPage,
    page=numbered_pages.Counted(argument="page", first=0),
)


class Tags(core.Resource):
    """`client.tags` of a `Pages`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(
        self, *, page: int | Omit = omit, size: int | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.ListTagsPage:
        """Call `GET /tags`.

        Args:
            page: (at least 0, default 0)
        """
        return self._request(_LIST, options, page=page, size=size)


class _Methods(core.Methods[core.Kind]):
    list = core.paginated(Tags.list, lambda: models.AsyncListTagsPage)


class AsyncTags(_Methods[core.Async]):
    """`client.tags` of an `AsyncPages`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
