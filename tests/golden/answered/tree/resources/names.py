"""The calls of `client.names`."""

from __future__ import annotations

import builtins
from typing import Unpack

from .. import _runtime as core
from .._runtime import RequestOptions

_LIST = core.Operation("GET /names", response=lambda: list[str])


class Names(core.Resource):
    """`client.names` of an `Answered`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[str]:
        """Call `GET /names`."""
        return self._request(_LIST, options)


class _Methods(core.Methods[core.Kind]):
    list = core.method(Names.list)


class AsyncNames(_Methods[core.Async]):
    """`client.names` of an `AsyncAnswered`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
