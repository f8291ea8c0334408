"""The calls of `client.by_choice`."""

from __future__ import annotations

from .. import _runtime as core

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /by_choice", security=((), ("key",)))


class ByChoice(core.Resource):
    """`client.by_choice` of a `Credentials`."""

    with_raw_response = core.view(lambda: ByChoiceWithRawResponse)
    with_streaming_response = core.view(lambda: ByChoiceWithStreamingResponse)

    def retrieve(self, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /by_choice`."""
        done: None = self._request(_RETRIEVE, {}, options)
        return done


class AsyncByChoice(core.AsyncResource):
    """`client.by_choice` of an `AsyncCredentials`."""

    with_raw_response = core.view(lambda: AsyncByChoiceWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncByChoiceWithStreamingResponse)

    retrieve = core.asynchronous(ByChoice.retrieve)


class ByChoiceWithRawResponse(core.View):
    retrieve = core.raw(ByChoice.retrieve)


class ByChoiceWithStreamingResponse(core.View):
    retrieve = core.streaming(ByChoice.retrieve)


class AsyncByChoiceWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncByChoice.retrieve)


class AsyncByChoiceWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncByChoice.retrieve)
