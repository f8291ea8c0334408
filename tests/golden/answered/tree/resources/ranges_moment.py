"""The calls of `client.ranges.moment`."""

from __future__ import annotations

from datetime import datetime
from typing import Unpack

from .. import _runtime as core
from .._runtime import RequestOptions, ranges as _ranges
from .._runtime.datetimes import AsDateTime

_RETRIEVE = core.Operation(
    "GET /ranges/moment",
    answer=_ranges.Ranged(lambda: AsDateTime),
    accept="application/json, */*;q=0.8",
)


class RangesMoment(core.Resource):
    """`client.ranges.moment` of an `Answered`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> datetime:
        """Call `GET /ranges/moment`."""
        return self._request(_RETRIEVE, options)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(RangesMoment.retrieve)


class AsyncRangesMoment(_Methods[core.Async]):
    """`client.ranges.moment` of an `AsyncAnswered`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
