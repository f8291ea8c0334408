"""The calls of `client.free`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Unpack

from .. import _runtime as core, params
from .._runtime import RequestOptions, forms

_CREATE = core.Operation(
    "POST /free", params=lambda: params.CreateFreeParams, body=forms.FormBody(argument="body")
)


class Free(core.Resource):
    """`client.free` of an `Uploads`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(self, *, body: Mapping[str, object], **options: Unpack[RequestOptions]) -> None:
        """Call `POST /free`."""
        done: None = self._request(_CREATE, options, body=body)
        return done


class _Methods(core.Methods[core.Kind]):
    create = core.method(Free.create)


class AsyncFree(_Methods[core.Async]):
    """`client.free` of an `AsyncUploads`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
