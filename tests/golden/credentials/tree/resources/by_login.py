"""The calls of `client.by_login`."""

from __future__ import annotations

from .. import _runtime as core

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /by_login", security=(("username",),))


class ByLogin(core.Resource):
    """`client.by_login` of a `Credentials`."""

    with_raw_response = core.view(lambda: ByLoginWithRawResponse)
    with_streaming_response = core.view(lambda: ByLoginWithStreamingResponse)

    def retrieve(self, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /by_login`."""
        done: None = self._request(_RETRIEVE, {}, options)
        return done


class AsyncByLogin(core.AsyncResource):
    """`client.by_login` of an `AsyncCredentials`."""

    with_raw_response = core.view(lambda: AsyncByLoginWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncByLoginWithStreamingResponse)

    retrieve = core.asynchronous(ByLogin.retrieve)


class ByLoginWithRawResponse(core.View):
    retrieve = core.raw(ByLogin.retrieve)


class ByLoginWithStreamingResponse(core.View):
    retrieve = core.streaming(ByLogin.retrieve)


class AsyncByLoginWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncByLogin.retrieve)


class AsyncByLoginWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncByLogin.retrieve)
