"""The calls of `client.free`."""

from __future__ import annotations

from .. import _runtime as core, params
from .._runtime import omit, places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

_CREATE = core.Operation(
    "POST /free",
    params=lambda: params.CreateFreeParams,
    body=places.WholeJsonBody("body"),
    response=lambda: int | None,
)


class Free(core.Resource):
    """`client.free` of a `Bodies`."""

    with_raw_response = core.view(lambda: FreeWithRawResponse)
    with_streaming_response = core.view(lambda: FreeWithStreamingResponse)

    def create(
        self, *, body: Mapping[str, object] | Omit = omit, **options: Unpack[RequestOptions]
    ) -> int | None:
        """Call `POST /free`."""
        return self._request(_CREATE, {"body": body}, options)


class AsyncFree(core.AsyncResource):
    """`client.free` of an `AsyncBodies`."""

    with_raw_response = core.view(lambda: AsyncFreeWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncFreeWithStreamingResponse)

    create = core.asynchronous(Free.create)


class FreeWithRawResponse(core.View):
    create = core.raw(Free.create)


class FreeWithStreamingResponse(core.View):
    create = core.streaming(Free.create)


class AsyncFreeWithRawResponse(core.AsyncView):
    create = core.async_raw(AsyncFree.create)


class AsyncFreeWithStreamingResponse(core.AsyncView):
    create = core.async_streaming(AsyncFree.create)
