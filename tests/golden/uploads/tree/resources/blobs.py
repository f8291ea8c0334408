"""The calls of `client.blobs`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, params
from .._runtime import RequestOptions, bodies
from .._runtime.content import ContentTypes

_UPDATE = core.Operation(
    "PUT /blobs/{id}",
    params=lambda: params.PutBlobParams,
    body=bodies.RawBody("body", "application/octet-stream"),
)


class Blobs(core.Resource):
    """`client.blobs` of an `Uploads`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def update(self, id: str, *, body: ContentTypes, **options: Unpack[RequestOptions]) -> None:
        """Call `PUT /blobs/{id}`.

        Args:
            body: The bytes.
        """
        done: None = self._request(_UPDATE, options, id=id, body=body)
        return done


class _Methods(core.Methods[core.Kind]):
    update = core.method(Blobs.update)


class AsyncBlobs(_Methods[core.Async]):
    """`client.blobs` of an `AsyncUploads`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
