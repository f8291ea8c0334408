"""The calls of `client.batches`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from .. import _runtime as core, params
from .._runtime import RequestOptions, multipart

_CREATE = core.Operation(
    "POST /batches",
    params=lambda: params.CreateBatchParams,
    body=multipart.MultipartBody(argument="body", media_type="multipart/mixed"),
)


class Batches(core.Resource):
    """`client.batches` of an `Uploads`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self,
        *,
        body: Sequence[params.CreateBatchRequestItem | core.Model],
        **options: Unpack[RequestOptions],
    ) -> None:
        """Call `POST /batches`."""
        done: None = self._request(_CREATE, options, body=body)
        return done


class _Methods(core.Methods[core.Kind]):
    create = core.method(Batches.create)


class AsyncBatches(_Methods[core.Async]):
    """`client.batches` of an `AsyncUploads`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
