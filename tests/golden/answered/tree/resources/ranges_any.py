"""The calls of `client.ranges.any`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core
from .._runtime import RequestOptions, ranges as _ranges

_RETRIEVE = core.Operation(
    "GET /ranges/any", answer=_ranges.Ranged(lambda: object), accept="application/json, */*;q=0.8"
)


class RangesAny(core.Resource):
    """`client.ranges.any` of an `Answered`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> object:
        """Call `GET /ranges/any`."""
        return self._request(_RETRIEVE, options)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(RangesAny.retrieve)


class AsyncRangesAny(_Methods[core.Async]):
    """`client.ranges.any` of an `AsyncAnswered`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
