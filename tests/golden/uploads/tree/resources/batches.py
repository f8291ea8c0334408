"""The calls of `client.batches`."""

from __future__ import annotations

from .. import _runtime as core, params
from .._runtime import multipart

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .._runtime import RequestOptions

_CREATE = core.Operation(
    "POST /batches",
    params=lambda: params.CreateBatchParams,
    body=multipart.MultipartBody(argument="body", media_type="multipart/mixed"),
)


class Batches(core.Resource):
    """`client.batches` of an `Uploads`."""

    with_raw_response = core.view(lambda: BatchesWithRawResponse)
    with_streaming_response = core.view(lambda: BatchesWithStreamingResponse)

    def create(
        self, *, body: Sequence[params.CreateBatchRequestItem], **options: Unpack[RequestOptions]
    ) -> None:
        """Call `POST /batches`."""
        done: None = self._request(_CREATE, {"body": body}, options)
        return done


class AsyncBatches(core.AsyncResource):
    """`client.batches` of an `AsyncUploads`."""

    with_raw_response = core.view(lambda: AsyncBatchesWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncBatchesWithStreamingResponse)

    create = core.asynchronous(Batches.create)


class BatchesWithRawResponse(core.View):
    create = core.raw(Batches.create)


class BatchesWithStreamingResponse(core.View):
    create = core.streaming(Batches.create)


class AsyncBatchesWithRawResponse(core.AsyncView):
    create = core.async_raw(AsyncBatches.create)


class AsyncBatchesWithStreamingResponse(core.AsyncView):
    create = core.async_streaming(AsyncBatches.create)
