"""The calls of `client.root`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core
from .._runtime import RequestOptions

_GET = core.Operation("GET /", response=lambda: str)
_HEAD = core.Operation("HEAD /")
_TRACE = core.Operation("TRACE /")


class Root(core.Resource):
    """`client.root` of a `Paths`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def get(self, **options: Unpack[RequestOptions]) -> str:
        """Call `GET /`."""
        return self._request(_GET, options)

    def head(self, **options: Unpack[RequestOptions]) -> None:
        """Call `HEAD /`."""
        done: None = self._request(_HEAD, options)
        return done

    def trace(self, **options: Unpack[RequestOptions]) -> None:
        """Call `TRACE /`."""
        done: None = self._request(_TRACE, options)
        return done


class _Methods(core.Methods[core.Kind]):
    get = core.method(Root.get)
    head = core.method(Root.head)
    trace = core.method(Root.trace)


class AsyncRoot(_Methods[core.Async]):
    """`client.root` of an `AsyncPaths`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
