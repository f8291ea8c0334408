"""The calls of `client.set.words`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core
from .._runtime import RequestOptions, events as _events

_RETRIEVE = core.Operation(
    "GET /set/words", answer=_events.Events(lambda: str, media="*/*"), accept="text/event-stream"
)


class SetWords(core.Resource):
    """`client.set.words` of an `Answered`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> _events.EventStream[str]:
        """Call `GET /set/words`."""
        return self._request(_RETRIEVE, options)


class _Methods(core.Methods[core.Kind]):
    retrieve = _events.method(SetWords.retrieve)


class AsyncSetWords(_Methods[core.Async]):
    """`client.set.words` of an `AsyncAnswered`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
