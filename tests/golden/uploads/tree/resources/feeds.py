"""The calls of `client.feeds`."""

from __future__ import annotations

from .. import _runtime as core, params
from .._runtime import bodies

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_CREATE = core.Operation(
    "POST /feeds",
    params=lambda: params.CreateFeedParams,
    body=bodies.RawBody("body", "application/xml"),
)


class Feeds(core.Resource):
    """`client.feeds` of an `Uploads`."""

    with_raw_response = core.view(lambda: FeedsWithRawResponse)
    with_streaming_response = core.view(lambda: FeedsWithStreamingResponse)

    def create(self, *, body: bytes | str, **options: Unpack[RequestOptions]) -> None:
        """Call `POST /feeds`."""
        done: None = self._request(_CREATE, {"body": body}, options)
        return done


class AsyncFeeds(core.AsyncResource):
    """`client.feeds` of an `AsyncUploads`."""

    with_raw_response = core.view(lambda: AsyncFeedsWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncFeedsWithStreamingResponse)

    create = core.asynchronous(Feeds.create)


class FeedsWithRawResponse(core.View):
    create = core.raw(Feeds.create)


class FeedsWithStreamingResponse(core.View):
    create = core.streaming(Feeds.create)


class AsyncFeedsWithRawResponse(core.AsyncView):
    create = core.async_raw(AsyncFeeds.create)


class AsyncFeedsWithStreamingResponse(core.AsyncView):
    create = core.async_streaming(AsyncFeeds.create)
