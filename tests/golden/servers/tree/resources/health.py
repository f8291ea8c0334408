"""The calls of `client.health`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core
from .._runtime import RequestOptions, servers

_RETRIEVE = core.Operation("GET /health", server=servers.at("/"))


class Health(core.Resource):
    """`client.health` of a `Servers`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /health`."""
        done: None = self._request(_RETRIEVE, options)
        return done


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(Health.retrieve)


class AsyncHealth(_Methods[core.Async]):
    """`client.health` of an `AsyncServers`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
