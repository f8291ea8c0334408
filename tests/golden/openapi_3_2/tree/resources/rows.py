"""The calls of `client.rows`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from .. import _runtime as core, params
from .._runtime import RequestOptions, multipart

_CREATE = core.Operation(
    "POST /rows",
    params=lambda: params.CreateRowsParams,
    body=multipart.MultipartBody(
        argument="body",
        parts={"": multipart.Part("application/json")},
        media_type="multipart/mixed",
    ),
    security=(("api_key",),),
)


class Rows(core.Resource):
    """`client.rows` of a `New`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self,
        *,
        body: Sequence[params.CreateRowsRequestItem | core.Model],
        **options: Unpack[RequestOptions],
    ) -> None:
        """Parts without names, each of one media type."""
        done: None = self._request(_CREATE, options, body=body)
        return done


class _Methods(core.Methods[core.Kind]):
    create = core.method(Rows.create)


class AsyncRows(_Methods[core.Async]):
    """`client.rows` of an `AsyncNew`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
