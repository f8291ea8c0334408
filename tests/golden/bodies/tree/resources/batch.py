"""The calls of `client.batch`."""

from __future__ import annotations

from .. import _runtime as core, params
from .._runtime import places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .._runtime import RequestOptions

_CREATE = core.Operation(
    "POST /batch",
    params=lambda: params.RunBatchParams,
    body=places.WholeJsonBody("body"),
    response=lambda: dict[str, int],
)


class Batch(core.Resource):
    """`client.batch` of a `Bodies`."""

    with_raw_response = core.view(lambda: BatchWithRawResponse)
    with_streaming_response = core.view(lambda: BatchWithStreamingResponse)

    def create(self, *, body: Sequence[int], **options: Unpack[RequestOptions]) -> dict[str, int]:
        """Call `POST /batch`."""
        return self._request(_CREATE, {"body": body}, options)


class AsyncBatch(core.AsyncResource):
    """`client.batch` of an `AsyncBodies`."""

    with_raw_response = core.view(lambda: AsyncBatchWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncBatchWithStreamingResponse)

    create = core.asynchronous(Batch.create)


class BatchWithRawResponse(core.View):
    create = core.raw(Batch.create)


class BatchWithStreamingResponse(core.View):
    create = core.streaming(Batch.create)


class AsyncBatchWithRawResponse(core.AsyncView):
    create = core.async_raw(AsyncBatch.create)


class AsyncBatchWithStreamingResponse(core.AsyncView):
    create = core.async_streaming(AsyncBatch.create)
