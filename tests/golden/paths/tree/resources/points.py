"""The calls of `client.points`."""

from __future__ import annotations

from .. import _runtime as core, params

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation(
    "GET /points/{x},{y};{style}", params=lambda: params.PointAtParams, response=lambda: str
)


class Points(core.Resource):
    """`client.points` of a `Paths`."""

    with_raw_response = core.view(lambda: PointsWithRawResponse)
    with_streaming_response = core.view(lambda: PointsWithStreamingResponse)

    def retrieve(self, style: str, *, x: float, y: float, **options: Unpack[RequestOptions]) -> str:
        """Call `GET /points/{x},{y};{style}`."""
        return self._request(_RETRIEVE, {"style": style, "x": x, "y": y}, options)


class AsyncPoints(core.AsyncResource):
    """`client.points` of an `AsyncPaths`."""

    with_raw_response = core.view(lambda: AsyncPointsWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncPointsWithStreamingResponse)

    retrieve = core.asynchronous(Points.retrieve)


class PointsWithRawResponse(core.View):
    retrieve = core.raw(Points.retrieve)


class PointsWithStreamingResponse(core.View):
    retrieve = core.streaming(Points.retrieve)


class AsyncPointsWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncPoints.retrieve)


class AsyncPointsWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncPoints.retrieve)
