"""The calls of `client.files`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, cursors, omit

_LIST = core.Operation(
    "GET /files",
    params=lambda: params.ListFilesParams,
    locations={"page_size": core.Query("pageSize"), "page_token": core.Query("pageToken")},
    response=lambda: models.ListFilesPage,
    page=cursors.Cursor(argument="page_token", cursor="next_page_token"),
)


class Files(core.Resource):
    """`client.files` of a `Pages`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(
        self,
        *,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ListFilesPage:
        """Call `GET /files`."""
        return self._request(_LIST, options, page_size=page_size, page_token=page_token)


class _Methods(core.Methods[core.Kind]):
    list = core.paginated(Files.list, lambda: models.AsyncListFilesPage)


class AsyncFiles(_Methods[core.Async]):
    """`client.files` of an `AsyncPages`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
