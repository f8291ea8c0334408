"""The calls of `client.rows_with_headers`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from .. import _runtime as core, params
from .._runtime import RequestOptions, multipart

_CREATE = core.Operation(
    "POST /rows_with_headers",
    params=lambda: params.CreateRowsWithHeadersParams,
    body=multipart.MultipartBody(
        argument="body",
        parts={"": multipart.Part("application/json")},
        media_type="multipart/mixed",
    ),
)


class RowsWithHeaders(core.Resource):
    """`client.rows_with_headers` of a `New`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self,
        *,
        body: Sequence[params.CreateRowsWithHeadersRequestItem | core.Model],
        **options: Unpack[RequestOptions],
    ) -> None:
        """Call `POST /rows_with_headers`."""
        done: None = self._request(_CREATE, options, body=body)
        return done


class _Methods(core.Methods[core.Kind]):
    create = core.method(RowsWithHeaders.create)


class AsyncRowsWithHeaders(_Methods[core.Async]):
    """`client.rows_with_headers` of an `AsyncNew`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
