"""The calls of `client.by_identity`."""

from __future__ import annotations

from .. import _runtime as core

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /by_identity", security=(("openid",),))


class ByIdentity(core.Resource):
    """`client.by_identity` of a `Credentials`."""

    with_raw_response = core.view(lambda: ByIdentityWithRawResponse)
    with_streaming_response = core.view(lambda: ByIdentityWithStreamingResponse)

    def retrieve(self, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /by_identity`."""
        done: None = self._request(_RETRIEVE, {}, options)
        return done


class AsyncByIdentity(core.AsyncResource):
    """`client.by_identity` of an `AsyncCredentials`."""

    with_raw_response = core.view(lambda: AsyncByIdentityWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncByIdentityWithStreamingResponse)

    retrieve = core.asynchronous(ByIdentity.retrieve)


class ByIdentityWithRawResponse(core.View):
    retrieve = core.raw(ByIdentity.retrieve)


class ByIdentityWithStreamingResponse(core.View):
    retrieve = core.streaming(ByIdentity.retrieve)


class AsyncByIdentityWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncByIdentity.retrieve)


class AsyncByIdentityWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncByIdentity.retrieve)
