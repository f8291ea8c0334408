"""The calls of `client.events`."""

from __future__ import annotations

from .. import _runtime as core, models, params
from .._runtime import cursors, omit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

_LIST = core.Operation(
    "GET /events",
    params=lambda: params.ListEventsParams,
    places={"cursor": core.Query("cursor")},
    response=lambda: models.ListEventsPage,
    page=cursors.HeaderCursor(argument="cursor", items="root", header="X-Next-Cursor"),
)


class Events(core.Resource):
    """`client.events` of a `Pages`."""

    with_raw_response = core.view(lambda: EventsWithRawResponse)
    with_streaming_response = core.view(lambda: EventsWithStreamingResponse)

    def list(
        self, *, cursor: str | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.ListEventsPage:
        """Call `GET /events`.

        Headers:
            X-Next-Cursor
        """
        return self._request(_LIST, {"cursor": cursor}, options)


class AsyncEvents(core.AsyncResource):
    """`client.events` of an `AsyncPages`."""

    with_raw_response = core.view(lambda: AsyncEventsWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncEventsWithStreamingResponse)

    list = core.paginated(Events.list, lambda: models.AsyncListEventsPage)


class EventsWithRawResponse(core.View):
    list = core.raw(Events.list)


class EventsWithStreamingResponse(core.View):
    list = core.streaming(Events.list)


class AsyncEventsWithRawResponse(core.AsyncView):
    list = core.async_raw(AsyncEvents.list)


class AsyncEventsWithStreamingResponse(core.AsyncView):
    list = core.async_streaming(AsyncEvents.list)
