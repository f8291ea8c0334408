"""The calls of `client.by_both`."""

from __future__ import annotations

from .. import _runtime as core

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /by_both", security=(("key", "query_key", "session"),))


class ByBoth(core.Resource):
    """`client.by_both` of a `Credentials`."""

    with_raw_response = core.view(lambda: ByBothWithRawResponse)
    with_streaming_response = core.view(lambda: ByBothWithStreamingResponse)

    def retrieve(self, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /by_both`."""
        done: None = self._request(_RETRIEVE, {}, options)
        return done


class AsyncByBoth(core.AsyncResource):
    """`client.by_both` of an `AsyncCredentials`."""

    with_raw_response = core.view(lambda: AsyncByBothWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncByBothWithStreamingResponse)

    retrieve = core.asynchronous(ByBoth.retrieve)


class ByBothWithRawResponse(core.View):
    retrieve = core.raw(ByBoth.retrieve)


class ByBothWithStreamingResponse(core.View):
    retrieve = core.streaming(ByBoth.retrieve)


class AsyncByBothWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncByBoth.retrieve)


class AsyncByBothWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncByBoth.retrieve)
