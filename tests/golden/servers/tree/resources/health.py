"""The calls of `client.health`."""

from __future__ import annotations

from .. import _runtime as core
from .._runtime import servers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /health", server=servers.at("/"))


class Health(core.Resource):
    """`client.health` of a `Servers`."""

    with_raw_response = core.view(lambda: HealthWithRawResponse)
    with_streaming_response = core.view(lambda: HealthWithStreamingResponse)

    def retrieve(self, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /health`."""
        done: None = self._request(_RETRIEVE, {}, options)
        return done


class AsyncHealth(core.AsyncResource):
    """`client.health` of an `AsyncServers`."""

    with_raw_response = core.view(lambda: AsyncHealthWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncHealthWithStreamingResponse)

    retrieve = core.asynchronous(Health.retrieve)


class HealthWithRawResponse(core.View):
    retrieve = core.raw(Health.retrieve)


class HealthWithStreamingResponse(core.View):
    retrieve = core.streaming(Health.retrieve)


class AsyncHealthWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncHealth.retrieve)


class AsyncHealthWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncHealth.retrieve)
