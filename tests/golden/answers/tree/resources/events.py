"""The calls of `client.events`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models
from .._runtime import RequestOptions, events as _events

_RETRIEVE = core.Operation(
    "GET /events",
    answer=_events.Events(
        lambda: str | models.Job, named={"job": lambda: models.Job, "note": lambda: str}
    ),
    accept="text/event-stream",
)


class Events(core.Resource):
    """`client.events` of an `Answers`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> _events.EventStream[str | models.Job]:
        """Call `GET /events`."""
        return self._request(_RETRIEVE, options)


class _Methods(core.Methods[core.Kind]):
    retrieve = _events.method(Events.retrieve)


class AsyncEvents(_Methods[core.Async]):
    """`client.events` of an `AsyncAnswers`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
