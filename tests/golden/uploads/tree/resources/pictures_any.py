"""The calls of `client.pictures.any`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Unpack

from .. import _runtime as core, params
from .._runtime import Omit, RequestOptions, multipart, omit

_CREATE = core.Operation(
    "POST /pictures/any",
    params=lambda: params.CreateAnyParams,
    body=multipart.MultipartBody(argument="body", required=False),
)


class PicturesAny(core.Resource):
    """`client.pictures.any` of an `Uploads`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self, *, body: Mapping[str, object] | Omit = omit, **options: Unpack[RequestOptions]
    ) -> None:
        """Call `POST /pictures/any`."""
        done: None = self._request(_CREATE, options, body=body)
        return done


class _Methods(core.Methods[core.Kind]):
    create = core.method(PicturesAny.create)


class AsyncPicturesAny(_Methods[core.Async]):
    """`client.pictures.any` of an `AsyncUploads`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
