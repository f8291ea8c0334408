"""The calls of `client.events`."""

from __future__ import annotations

from .. import _runtime as core, models
from .._runtime import events as _events

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation(
    "GET /events",
    answer=_events.Events(
        lambda: str | models.Job, named={"job": lambda: models.Job, "note": lambda: str}
    ),
    accept="text/event-stream",
)


class Events(core.Resource):
    """`client.events` of an `Answers`."""

    with_raw_response = core.view(lambda: EventsWithRawResponse)
    with_streaming_response = core.view(lambda: EventsWithStreamingResponse)

    def retrieve(self, **options: Unpack[RequestOptions]) -> _events.EventStream[str | models.Job]:
        """Call `GET /events`."""
        return self._request(_RETRIEVE, {}, options)


class AsyncEvents(core.AsyncResource):
    """`client.events` of an `AsyncAnswers`."""

    with_raw_response = core.view(lambda: AsyncEventsWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncEventsWithStreamingResponse)

    retrieve = _events.asynchronous(Events.retrieve)


class EventsWithRawResponse(core.View):
    retrieve = core.raw(Events.retrieve)


class EventsWithStreamingResponse(core.View):
    retrieve = core.streaming(Events.retrieve)


class AsyncEventsWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncEvents.retrieve)


class AsyncEventsWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncEvents.retrieve)
