"""The calls of `client.ranges.beside`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models
from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /ranges/beside", response=lambda: models.Order)


class RangesBeside(core.Resource):
    """`client.ranges.beside` of an `Answered`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> models.Order:
        """Call `GET /ranges/beside`."""
        return self._request(_RETRIEVE, options)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(RangesBeside.retrieve)


class AsyncRangesBeside(_Methods[core.Async]):
    """`client.ranges.beside` of an `AsyncAnswered`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
