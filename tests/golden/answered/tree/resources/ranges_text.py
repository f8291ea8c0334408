"""The calls of `client.ranges.text`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core
from .._runtime import RequestOptions, ranges as _ranges

_RETRIEVE = core.Operation(
    "GET /ranges/text", answer=_ranges.Ranged(lambda: str), accept="application/json, */*;q=0.8"
)


class RangesText(core.Resource):
    """`client.ranges.text` of an `Answered`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> str:
        """Call `GET /ranges/text`."""
        return self._request(_RETRIEVE, options)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(RangesText.retrieve)


class AsyncRangesText(_Methods[core.Async]):
    """`client.ranges.text` of an `AsyncAnswered`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
