"""The calls of `client.by_scheme`."""

from __future__ import annotations

from .. import _runtime as core

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /by_scheme", security=(("bot",),))


class ByScheme(core.Resource):
    """`client.by_scheme` of a `Credentials`."""

    with_raw_response = core.view(lambda: BySchemeWithRawResponse)
    with_streaming_response = core.view(lambda: BySchemeWithStreamingResponse)

    def retrieve(self, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /by_scheme`."""
        done: None = self._request(_RETRIEVE, {}, options)
        return done


class AsyncByScheme(core.AsyncResource):
    """`client.by_scheme` of an `AsyncCredentials`."""

    with_raw_response = core.view(lambda: AsyncBySchemeWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncBySchemeWithStreamingResponse)

    retrieve = core.asynchronous(ByScheme.retrieve)


class BySchemeWithRawResponse(core.View):
    retrieve = core.raw(ByScheme.retrieve)


class BySchemeWithStreamingResponse(core.View):
    retrieve = core.streaming(ByScheme.retrieve)


class AsyncBySchemeWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncByScheme.retrieve)


class AsyncBySchemeWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncByScheme.retrieve)
