"""The calls of `client.points`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, params
from .._runtime import RequestOptions

_RETRIEVE = core.Operation(
    "GET /points/{x},{y};{style}", params=lambda: params.PointAtParams, response=lambda: str
)


class Points(core.Resource):
    """`client.points` of a `Paths`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, style: str, *, x: float, y: float, **options: Unpack[RequestOptions]) -> str:
        """Call `GET /points/{x},{y};{style}`."""
        return self._request(_RETRIEVE, options, style=style, x=x, y=y)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(Points.retrieve)


class AsyncPoints(_Methods[core.Async]):
    """`client.points` of an `AsyncPaths`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
