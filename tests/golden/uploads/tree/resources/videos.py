"""The calls of `client.videos`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, params
from .._runtime import Omit, RequestOptions, bodies, omit
from .._runtime.content import ContentTypes

_UPDATE = core.Operation(
    "PUT /videos/{id}",
    params=lambda: params.PutVideoParams,
    body=bodies.RawBody("body", "application/octet-stream", kind="content_type"),
)


class Videos(core.Resource):
    """`client.videos` of an `Uploads`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def update(
        self,
        id: str,
        *,
        body: ContentTypes,
        content_type: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Call `PUT /videos/{id}`.

        Args:
            content_type: The media type of the body (default "application/octet-stream").
        """
        done: None = self._request(_UPDATE, options, id=id, body=body, content_type=content_type)
        return done


class _Methods(core.Methods[core.Kind]):
    update = core.method(Videos.update)


class AsyncVideos(_Methods[core.Async]):
    """`client.videos` of an `AsyncUploads`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
