"""The calls of `client.core_`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core
from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /v1/core")


class Core(core.Resource):
    """`client.core_` of a `N2ndNamesSuch`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /v1/core`."""
        done: None = self._request(_RETRIEVE, options)
        return done


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(Core.retrieve)


class AsyncCore(_Methods[core.Async]):
    """`client.core_` of an `AsyncN2ndNamesSuch`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
