"""The calls of `client.by_either`."""

from __future__ import annotations

from .. import _runtime as core

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /by_either", security=(("key",), ("api_key",)))


class ByEither(core.Resource):
    """`client.by_either` of a `Credentials`."""

    with_raw_response = core.view(lambda: ByEitherWithRawResponse)
    with_streaming_response = core.view(lambda: ByEitherWithStreamingResponse)

    def retrieve(self, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /by_either`."""
        done: None = self._request(_RETRIEVE, {}, options)
        return done


class AsyncByEither(core.AsyncResource):
    """`client.by_either` of an `AsyncCredentials`."""

    with_raw_response = core.view(lambda: AsyncByEitherWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncByEitherWithStreamingResponse)

    retrieve = core.asynchronous(ByEither.retrieve)


class ByEitherWithRawResponse(core.View):
    retrieve = core.raw(ByEither.retrieve)


class ByEitherWithStreamingResponse(core.View):
    retrieve = core.streaming(ByEither.retrieve)


class AsyncByEitherWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncByEither.retrieve)


class AsyncByEitherWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncByEither.retrieve)
