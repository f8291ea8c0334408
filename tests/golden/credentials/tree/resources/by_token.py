"""The calls of `client.by_token`."""

from __future__ import annotations

from .. import _runtime as core

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /by_token")


class ByToken(core.Resource):
    """`client.by_token` of a `Credentials`."""

    with_raw_response = core.view(lambda: ByTokenWithRawResponse)
    with_streaming_response = core.view(lambda: ByTokenWithStreamingResponse)

    def retrieve(self, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /by_token`."""
        done: None = self._request(_RETRIEVE, {}, options)
        return done


class AsyncByToken(core.AsyncResource):
    """`client.by_token` of an `AsyncCredentials`."""

    with_raw_response = core.view(lambda: AsyncByTokenWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncByTokenWithStreamingResponse)

    retrieve = core.asynchronous(ByToken.retrieve)


class ByTokenWithRawResponse(core.View):
    retrieve = core.raw(ByToken.retrieve)


class ByTokenWithStreamingResponse(core.View):
    retrieve = core.streaming(ByToken.retrieve)


class AsyncByTokenWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncByToken.retrieve)


class AsyncByTokenWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncByToken.retrieve)
