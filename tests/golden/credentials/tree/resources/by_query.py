"""The calls of `client.by_query`."""

from __future__ import annotations

from .. import _runtime as core

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /by_query", security=(("query_key",),))


class ByQuery(core.Resource):
    """`client.by_query` of a `Credentials`."""

    with_raw_response = core.view(lambda: ByQueryWithRawResponse)
    with_streaming_response = core.view(lambda: ByQueryWithStreamingResponse)

    def retrieve(self, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /by_query`."""
        done: None = self._request(_RETRIEVE, {}, options)
        return done


class AsyncByQuery(core.AsyncResource):
    """`client.by_query` of an `AsyncCredentials`."""

    with_raw_response = core.view(lambda: AsyncByQueryWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncByQueryWithStreamingResponse)

    retrieve = core.asynchronous(ByQuery.retrieve)


class ByQueryWithRawResponse(core.View):
    retrieve = core.raw(ByQuery.retrieve)


class ByQueryWithStreamingResponse(core.View):
    retrieve = core.streaming(ByQuery.retrieve)


class AsyncByQueryWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncByQuery.retrieve)


class AsyncByQueryWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncByQuery.retrieve)
