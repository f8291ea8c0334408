"""The calls of `client.files`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core
from .._runtime import RequestOptions, servers

_RETRIEVE = core.Operation(
    "GET /files", server=servers.at("https://files-{region}.servers.example/store")
)


class Files(core.Resource):
    """`client.files` of a `Servers`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /files`."""
        done: None = self._request(_RETRIEVE, options)
        return done


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(Files.retrieve)


class AsyncFiles(_Methods[core.Async]):
    """`client.files` of an `AsyncServers`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
