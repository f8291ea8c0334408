"""The calls of `client.batch`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from .. import _runtime as core, params
from .._runtime import RequestOptions, parameters

_CREATE = core.Operation(
    "POST /batch",
    params=lambda: params.RunBatchParams,
    body=parameters.WholeJsonBody("body"),
    response=lambda: dict[str, int],
)


class Batch(core.Resource):
    """`client.batch` of a `Bodies`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(self, *, body: Sequence[int], **options: Unpack[RequestOptions]) -> dict[str, int]:
        """Call `POST /batch`."""
        return self._request(_CREATE, options, body=body)


class _Methods(core.Methods[core.Kind]):
    create = core.method(Batch.create)


class AsyncBatch(_Methods[core.Async]):
    """`client.batch` of an `AsyncBodies`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
