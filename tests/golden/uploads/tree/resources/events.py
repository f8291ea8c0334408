"""The calls of `client.events`."""

from __future__ import annotations

from .. import _runtime as core, params
from .._runtime import bodies

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .._runtime import RequestOptions

_CREATE = core.Operation(
    "POST /events",
    params=lambda: params.CreateEventsParams,
    body=bodies.LinesBody("body", "application/x-ndjson"),
)


class Events(core.Resource):
    """`client.events` of an `Uploads`."""

    with_raw_response = core.view(lambda: EventsWithRawResponse)
    with_streaming_response = core.view(lambda: EventsWithStreamingResponse)

    def create(
        self, *, body: Sequence[params.CreateEventsRequest], **options: Unpack[RequestOptions]
    ) -> None:
        """Call `POST /events`."""
        done: None = self._request(_CREATE, {"body": body}, options)
        return done


class AsyncEvents(core.AsyncResource):
    """`client.events` of an `AsyncUploads`."""

    with_raw_response = core.view(lambda: AsyncEventsWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncEventsWithStreamingResponse)

    create = core.asynchronous(Events.create)


class EventsWithRawResponse(core.View):
    create = core.raw(Events.create)


class EventsWithStreamingResponse(core.View):
    create = core.streaming(Events.create)


class AsyncEventsWithRawResponse(core.AsyncView):
    create = core.async_raw(AsyncEvents.create)


class AsyncEventsWithStreamingResponse(core.AsyncView):
    create = core.async_streaming(AsyncEvents.create)
