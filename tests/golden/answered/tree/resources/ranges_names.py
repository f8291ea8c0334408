"""The calls of `client.ranges.names`."""

from __future__ import annotations

import builtins
from typing import Unpack

from .. import _runtime as core
from .._runtime import RequestOptions, ranges as _ranges

_LIST = core.Operation(
    "GET /ranges/names",
    answer=_ranges.Ranged(lambda: list[str], media="application/*"),
    accept="application/json, application/*;q=0.8",
)


class RangesNames(core.Resource):
    """`client.ranges.names` of an `Answered`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[str]:
        """Call `GET /ranges/names`."""
        return self._request(_LIST, options)


class _Methods(core.Methods[core.Kind]):
    list = core.method(RangesNames.list)


class AsyncRangesNames(_Methods[core.Async]):
    """`client.ranges.names` of an `AsyncAnswered`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
