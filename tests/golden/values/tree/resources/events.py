"""The calls of `client.events`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models
from .._runtime import RequestOptions, events as _events

_RETRIEVE = core.Operation(
    "GET /events", answer=_events.Events(lambda: models.Thing), accept="text/event-stream"
)


class Events(core.Resource):
    """`client.events` of a `Values`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> _events.EventStream[models.Thing]:
        """Call `GET /events`."""
        return self._request(_RETRIEVE, options)


class _Methods(core.Methods[core.Kind]):
    retrieve = _events.method(Events.retrieve)


class AsyncEvents(_Methods[core.Async]):
    """`client.events` of an `AsyncValues`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
