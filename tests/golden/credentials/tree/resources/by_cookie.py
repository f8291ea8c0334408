"""The calls of `client.by_cookie`."""

from __future__ import annotations

from .. import _runtime as core

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /by_cookie", security=(("session",),))


class ByCookie(core.Resource):
    """`client.by_cookie` of a `Credentials`."""

    with_raw_response = core.view(lambda: ByCookieWithRawResponse)
    with_streaming_response = core.view(lambda: ByCookieWithStreamingResponse)

    def retrieve(self, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /by_cookie`."""
        done: None = self._request(_RETRIEVE, {}, options)
        return done


class AsyncByCookie(core.AsyncResource):
    """`client.by_cookie` of an `AsyncCredentials`."""

    with_raw_response = core.view(lambda: AsyncByCookieWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncByCookieWithStreamingResponse)

    retrieve = core.asynchronous(ByCookie.retrieve)


class ByCookieWithRawResponse(core.View):
    retrieve = core.raw(ByCookie.retrieve)


class ByCookieWithStreamingResponse(core.View):
    retrieve = core.streaming(ByCookie.retrieve)


class AsyncByCookieWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncByCookie.retrieve)


class AsyncByCookieWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncByCookie.retrieve)
