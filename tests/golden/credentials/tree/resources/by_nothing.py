"""The calls of `client.by_nothing`."""

from __future__ import annotations

from .. import _runtime as core

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /by_nothing", security=())


class ByNothing(core.Resource):
    """`client.by_nothing` of a `Credentials`."""

    with_raw_response = core.view(lambda: ByNothingWithRawResponse)
    with_streaming_response = core.view(lambda: ByNothingWithStreamingResponse)

    def retrieve(self, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /by_nothing`."""
        done: None = self._request(_RETRIEVE, {}, options)
        return done


class AsyncByNothing(core.AsyncResource):
    """`client.by_nothing` of an `AsyncCredentials`."""

    with_raw_response = core.view(lambda: AsyncByNothingWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncByNothingWithStreamingResponse)

    retrieve = core.asynchronous(ByNothing.retrieve)


class ByNothingWithRawResponse(core.View):
    retrieve = core.raw(ByNothing.retrieve)


class ByNothingWithStreamingResponse(core.View):
    retrieve = core.streaming(ByNothing.retrieve)


class AsyncByNothingWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncByNothing.retrieve)


class AsyncByNothingWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncByNothing.retrieve)
