"""The calls of `client.colours`."""

from __future__ import annotations

from .. import _runtime as core, params
from .._runtime import omit

TYPE_CHECKING = False
if TYPE_CHECKING:
    import builtins
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

_LIST = core.Operation(
    "GET /colours",
    params=lambda: params.ListColoursParams,
    places={"offset": core.Query("offset"), "limit": core.Query("limit")},
    response=lambda: list[str],
)


class Colours(core.Resource):
    """`client.colours` of a `Pages`."""

    with_raw_response = core.view(lambda: ColoursWithRawResponse)
    with_streaming_response = core.view(lambda: ColoursWithStreamingResponse)

    def list(
        self,
        *,
        offset: int | Omit = omit,
        limit: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> builtins.list[str]:
        """Call `GET /colours`."""
        return self._request(_LIST, {"offset": offset, "limit": limit}, options)


class AsyncColours(core.AsyncResource):
    """`client.colours` of an `AsyncPages`."""

    with_raw_response = core.view(lambda: AsyncColoursWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncColoursWithStreamingResponse)

    list = core.asynchronous(Colours.list)


class ColoursWithRawResponse(core.View):
    list = core.raw(Colours.list)


class ColoursWithStreamingResponse(core.View):
    list = core.streaming(Colours.list)


class AsyncColoursWithRawResponse(core.AsyncView):
    list = core.async_raw(AsyncColours.list)


class AsyncColoursWithStreamingResponse(core.AsyncView):
    list = core.async_streaming(AsyncColours.list)
