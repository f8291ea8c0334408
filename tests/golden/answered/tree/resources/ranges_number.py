"""The calls of `client.ranges.number`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core
from .._runtime import RequestOptions, ranges as _ranges

_RETRIEVE = core.Operation(
    "GET /ranges/number",
    answer=_ranges.Ranged(lambda: int, media="text/*"),
    accept="application/json, text/*;q=0.8",
)


class RangesNumber(core.Resource):
    """`client.ranges.number` of an `Answered`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> int:
        """Call `GET /ranges/number`."""
        return self._request(_RETRIEVE, options)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(RangesNumber.retrieve)


class AsyncRangesNumber(_Methods[core.Async]):
    """`client.ranges.number` of an `AsyncAnswered`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
