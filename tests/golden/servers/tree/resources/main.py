"""The calls of `client.main`."""

from __future__ import annotations

from .. import _runtime as core

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /main")


class Main(core.Resource):
    """`client.main` of a `Servers`."""

    with_raw_response = core.view(lambda: MainWithRawResponse)
    with_streaming_response = core.view(lambda: MainWithStreamingResponse)

    def retrieve(self, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /main`."""
        done: None = self._request(_RETRIEVE, {}, options)
        return done


class AsyncMain(core.AsyncResource):
    """`client.main` of an `AsyncServers`."""

    with_raw_response = core.view(lambda: AsyncMainWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncMainWithStreamingResponse)

    retrieve = core.asynchronous(Main.retrieve)


class MainWithRawResponse(core.View):
    retrieve = core.raw(Main.retrieve)


class MainWithStreamingResponse(core.View):
    retrieve = core.streaming(Main.retrieve)


class AsyncMainWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncMain.retrieve)


class AsyncMainWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncMain.retrieve)
