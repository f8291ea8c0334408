"""The calls of `client.by_client`."""

from __future__ import annotations

from .. import _runtime as core

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /by_client", security=(("oauth read write",),))


class ByClient(core.Resource):
    """`client.by_client` of a `Credentials`."""

    with_raw_response = core.view(lambda: ByClientWithRawResponse)
    with_streaming_response = core.view(lambda: ByClientWithStreamingResponse)

    def retrieve(self, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /by_client`."""
        done: None = self._request(_RETRIEVE, {}, options)
        return done


class AsyncByClient(core.AsyncResource):
    """`client.by_client` of an `AsyncCredentials`."""

    with_raw_response = core.view(lambda: AsyncByClientWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncByClientWithStreamingResponse)

    retrieve = core.asynchronous(ByClient.retrieve)


class ByClientWithRawResponse(core.View):
    retrieve = core.raw(ByClient.retrieve)


class ByClientWithStreamingResponse(core.View):
    retrieve = core.streaming(ByClient.retrieve)


class AsyncByClientWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncByClient.retrieve)


class AsyncByClientWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncByClient.retrieve)
