"""The calls of `client.set.events`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models
from .._runtime import RequestOptions, events as _events

_RETRIEVE = core.Operation(
    "GET /set/events",
    answer=_events.Events(lambda: models.Order, media="*/*"),
    accept="text/event-stream",
)


class SetEvents(core.Resource):
    """`client.set.events` of an `Answered`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> _events.EventStream[models.Order]:
        """Call `GET /set/events`."""
        return self._request(_RETRIEVE, options)


class _Methods(core.Methods[core.Kind]):
    retrieve = _events.method(SetEvents.retrieve)


class AsyncSetEvents(_Methods[core.Async]):
    """`client.set.events` of an `AsyncAnswered`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
