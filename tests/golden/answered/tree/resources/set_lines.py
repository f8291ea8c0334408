"""The calls of `client.set.lines`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models
from .._runtime import RequestOptions, streams as _streams

_LIST = core.Operation(
    "GET /set/lines",
    answer=_streams.Lines(lambda: models.Order, media="*/*"),
    accept="application/jsonl, */*;q=0.8",
)


class SetLines(core.Resource):
    """`client.set.lines` of an `Answered`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(self, **options: Unpack[RequestOptions]) -> _streams.Stream[models.Order]:
        """Call `GET /set/lines`."""
        return self._request(_LIST, options)


class _Methods(core.Methods[core.Kind]):
    list = _streams.method(SetLines.list)


class AsyncSetLines(_Methods[core.Async]):
    """`client.set.lines` of an `AsyncAnswered`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
