"""The calls of `client.main`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core
from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /main")


class Main(core.Resource):
    """`client.main` of a `Servers`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /main`."""
        done: None = self._request(_RETRIEVE, options)
        return done


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(Main.retrieve)


class AsyncMain(_Methods[core.Async]):
    """`client.main` of an `AsyncServers`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
