"""The calls of `client.ping`."""

from __future__ import annotations

from .. import _runtime as core

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /ping")


class Ping(core.Resource):
    """`client.ping` of a `Minimal`."""

    with_raw_response = core.view(lambda: PingWithRawResponse)
    with_streaming_response = core.view(lambda: PingWithStreamingResponse)

    def retrieve(self, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /ping`."""
        done: None = self._request(_RETRIEVE, {}, options)
        return done


class AsyncPing(core.AsyncResource):
    """`client.ping` of an `AsyncMinimal`."""

    with_raw_response = core.view(lambda: AsyncPingWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncPingWithStreamingResponse)

    retrieve = core.asynchronous(Ping.retrieve)


class PingWithRawResponse(core.View):
    retrieve = core.raw(Ping.retrieve)


class PingWithStreamingResponse(core.View):
    retrieve = core.streaming(Ping.retrieve)


class AsyncPingWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncPing.retrieve)


class AsyncPingWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncPing.retrieve)
