"""The calls of `client.total`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core
from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /total", response=lambda: int)


class Total(core.Resource):
    """`client.total` of an `Answered`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> int:
        """Call `GET /total`."""
        return self._request(_RETRIEVE, options)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(Total.retrieve)


class AsyncTotal(_Methods[core.Async]):
    """`client.total` of an `AsyncAnswered`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
