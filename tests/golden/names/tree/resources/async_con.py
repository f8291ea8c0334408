"""The calls of `client.async_con`."""

from __future__ import annotations

from .. import _runtime as core, models

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /v1/async_con", response=lambda: models.Con)


class AsyncCon(core.Resource):
    """`client.async_con` of a `N2ndNamesSuch`."""

    with_raw_response = core.view(lambda: AsyncConWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncConWithStreamingResponse)

    def retrieve(self, **options: Unpack[RequestOptions]) -> models.Con:
        """Call `GET /v1/async_con`."""
        return self._request(_RETRIEVE, {}, options)


class AsyncAsyncCon(core.AsyncResource):
    """`client.async_con` of an `AsyncN2ndNamesSuch`."""

    with_raw_response = core.view(lambda: AsyncAsyncConWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncAsyncConWithStreamingResponse)

    retrieve = core.asynchronous(AsyncCon.retrieve)


class AsyncConWithRawResponse(core.View):
    retrieve = core.raw(AsyncCon.retrieve)


class AsyncConWithStreamingResponse(core.View):
    retrieve = core.streaming(AsyncCon.retrieve)


class AsyncAsyncConWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncAsyncCon.retrieve)


class AsyncAsyncConWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncAsyncCon.retrieve)
