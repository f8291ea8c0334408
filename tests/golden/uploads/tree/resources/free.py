"""The calls of `client.free`."""

from __future__ import annotations

from .. import _runtime as core, params
from .._runtime import forms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from .._runtime import RequestOptions

_CREATE = core.Operation(
    "POST /free", params=lambda: params.CreateFreeParams, body=forms.FormBody(argument="body")
)


class Free(core.Resource):
    """`client.free` of an `Uploads`."""

    with_raw_response = core.view(lambda: FreeWithRawResponse)
    with_streaming_response = core.view(lambda: FreeWithStreamingResponse)

    def create(self, *, body: Mapping[str, object], **options: Unpack[RequestOptions]) -> None:
        """Call `POST /free`."""
        done: None = self._request(_CREATE, {"body": body}, options)
        return done


class AsyncFree(core.AsyncResource):
    """`client.free` of an `AsyncUploads`."""

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
