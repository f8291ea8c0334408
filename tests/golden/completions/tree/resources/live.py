"""The calls of `client.live`."""

from __future__ import annotations

from typing import Literal, Unpack

from .. import _runtime as core, models, params
from .._runtime import RequestOptions, events as _events

_CREATE = core.Operation(
    "POST /live",
    params=lambda: params.CreateLiveParams,
    body=core.JsonBody(),
    answer=_events.Events(lambda: models.Delta),
    accept="text/event-stream",
)


class Live(core.Resource):
    """`client.live` of a `Completions`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self, *, stream: Literal[True], **options: Unpack[RequestOptions]
    ) -> _events.EventStream[models.Delta]:
        """Call `POST /live`."""
        return self._request(_CREATE, options, stream=stream)


class _Methods(core.Methods[core.Kind]):
    create = _events.method(Live.create)


class AsyncLive(_Methods[core.Async]):
    """`client.live` of an `AsyncCompletions`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
