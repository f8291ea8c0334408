"""The calls of `client.ranges.wide`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models
from .._runtime import RequestOptions, answers as _answers, ranges as _ranges

_RETRIEVE = core.Operation(
    "GET /ranges/wide",
    answer=_answers.OneOf(
        _ranges.Ranged(lambda: models.Order, "200"), _answers.Text("200", media="text/csv")
    ),
    accept="application/json, */*;q=0.8, text/csv",
)


class RangesWide(core.Resource):
    """`client.ranges.wide` of an `Answered`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> models.Order | str:
        """Call `GET /ranges/wide`."""
        return self._request(_RETRIEVE, options)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(RangesWide.retrieve)


class AsyncRangesWide(_Methods[core.Async]):
    """`client.ranges.wide` of an `AsyncAnswered`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
