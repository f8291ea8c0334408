"""The calls of `client.by_key`."""

from __future__ import annotations

from .. import _runtime as core

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /by_key", security=(("key",),))


class ByKey(core.Resource):
    """`client.by_key` of a `Credentials`."""

    with_raw_response = core.view(lambda: ByKeyWithRawResponse)
    with_streaming_response = core.view(lambda: ByKeyWithStreamingResponse)

    def retrieve(self, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /by_key`."""
        done: None = self._request(_RETRIEVE, {}, options)
        return done


class AsyncByKey(core.AsyncResource):
    """`client.by_key` of an `AsyncCredentials`."""

    with_raw_response = core.view(lambda: AsyncByKeyWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncByKeyWithStreamingResponse)

    retrieve = core.asynchronous(ByKey.retrieve)


class ByKeyWithRawResponse(core.View):
    retrieve = core.raw(ByKey.retrieve)


class ByKeyWithStreamingResponse(core.View):
    retrieve = core.streaming(ByKey.retrieve)


class AsyncByKeyWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncByKey.retrieve)


class AsyncByKeyWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncByKey.retrieve)
