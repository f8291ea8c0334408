"""The calls of `client.free`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Unpack

from .. import _runtime as core, params
from .._runtime import Omit, RequestOptions, omit, parameters

_CREATE = core.Operation(
    "POST /free",
    params=lambda: params.CreateFreeParams,
    body=parameters.WholeJsonBody("body"),
    response=lambda: int | None,
)


class Free(core.Resource):
    """`client.free` of a `Bodies`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self, *, body: Mapping[str, object] | Omit = omit, **options: Unpack[RequestOptions]
    ) -> int | None:
        """Call `POST /free`."""
        return self._request(_CREATE, options, body=body)


class _Methods(core.Methods[core.Kind]):
    create = core.method(Free.create)


class AsyncFree(_Methods[core.Async]):
    """`client.free` of an `AsyncBodies`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
