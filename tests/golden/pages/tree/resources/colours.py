"""The calls of `client.colours`."""

from __future__ import annotations

import builtins
from typing import Unpack

from .. import _runtime as core, params
from .._runtime import Omit, RequestOptions, omit

_LIST = core.Operation(
    "GET /colours",
    params=lambda: params.ListColoursParams,
    locations={"offset": core.Query("offset"), "limit": core.Query("limit")},
    response=lambda: list[str],
)


class Colours(core.Resource):
    """`client.colours` of a `Pages`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(
        self,
        *,
        offset: int | Omit = omit,
        limit: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> builtins.list[str]:
        """Call `GET /colours`."""
        return self._request(_LIST, options, offset=offset, limit=limit)


class _Methods(core.Methods[core.Kind]):
    list = core.method(Colours.list)


class AsyncColours(_Methods[core.Async]):
    """`client.colours` of an `AsyncPages`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
