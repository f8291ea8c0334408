"""The calls of `client.counts`."""

from __future__ import annotations

import builtins
from typing import Unpack

from .. import _runtime as core
from .._runtime import RequestOptions

_LIST = core.Operation("GET /counts", response=lambda: list[int])


class Counts(core.Resource):
    """`client.counts` of a `Values`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[int]:
        """Call `GET /counts`."""
        return self._request(_LIST, options)


class _Methods(core.Methods[core.Kind]):
    list = core.method(Counts.list)


class AsyncCounts(_Methods[core.Async]):
    """`client.counts` of an `AsyncValues`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
