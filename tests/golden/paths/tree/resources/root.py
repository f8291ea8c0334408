"""The calls of `client.root`."""

from __future__ import annotations

from .. import _runtime as core

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET = core.Operation("GET /", response=lambda: str)
_HEAD = core.Operation("HEAD /")
_TRACE = core.Operation("TRACE /")


class Root(core.Resource):
    """`client.root` of a `Paths`."""

    with_raw_response = core.view(lambda: RootWithRawResponse)
    with_streaming_response = core.view(lambda: RootWithStreamingResponse)

    def get(self, **options: Unpack[RequestOptions]) -> str:
        """Call `GET /`."""
        return self._request(_GET, {}, options)

    def head(self, **options: Unpack[RequestOptions]) -> None:
        """Call `HEAD /`."""
        done: None = self._request(_HEAD, {}, options)
        return done

    def trace(self, **options: Unpack[RequestOptions]) -> None:
        """Call `TRACE /`."""
        done: None = self._request(_TRACE, {}, options)
        return done


class AsyncRoot(core.AsyncResource):
    """`client.root` of an `AsyncPaths`."""

    with_raw_response = core.view(lambda: AsyncRootWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncRootWithStreamingResponse)

    get = core.asynchronous(Root.get)
    head = core.asynchronous(Root.head)
    trace = core.asynchronous(Root.trace)


class RootWithRawResponse(core.View):
    get = core.raw(Root.get)
    head = core.raw(Root.head)
    trace = core.raw(Root.trace)


class RootWithStreamingResponse(core.View):
    get = core.streaming(Root.get)
    head = core.streaming(Root.head)
    trace = core.streaming(Root.trace)


class AsyncRootWithRawResponse(core.AsyncView):
    get = core.async_raw(AsyncRoot.get)
    head = core.async_raw(AsyncRoot.head)
    trace = core.async_raw(AsyncRoot.trace)


class AsyncRootWithStreamingResponse(core.AsyncView):
    get = core.async_streaming(AsyncRoot.get)
    head = core.async_streaming(AsyncRoot.head)
    trace = core.async_streaming(AsyncRoot.trace)
