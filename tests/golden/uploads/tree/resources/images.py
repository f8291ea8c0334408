"""The calls of `client.images`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Unpack

from .. import _runtime as core, params
from .._runtime import Omit, RequestOptions, bodies, body_choice, omit, parameters
from .._runtime.content import ContentTypes

_UPDATE = core.Operation(
    "PATCH /images/{id}",
    params=lambda: params.PatchImageParams,
    body=parameters.WholeJsonBody("body", media_type="application/json-patch+json"),
)
_REPLACE = core.Operation(
    "PUT /images/{id}",
    params=lambda: params.PutImageParams,
    body=body_choice.ChosenBody(
        "content_type",
        {
            "image/png": bodies.RawBody("body", "image/png"),
            "image/jpeg": bodies.RawBody("body", "image/jpeg"),
        },
    ),
)


class Images(core.Resource):
    """`client.images` of an `Uploads`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def update(
        self,
        id: str,
        *,
        body: Sequence[params.PatchImageRequestItem | core.Model] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Call `PATCH /images/{id}`."""
        done: None = self._request(_UPDATE, options, id=id, body=body)
        return done

    def replace(
        self,
        id: str,
        *,
        body: ContentTypes | Omit = omit,
        content_type: Literal["image/png", "image/jpeg"] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Call `PUT /images/{id}`.

        Args:
            content_type: The media type of the body (default "image/png").
        """
        done: None = self._request(_REPLACE, options, id=id, body=body, content_type=content_type)
        return done


class _Methods(core.Methods[core.Kind]):
    update = core.method(Images.update)
    replace = core.method(Images.replace)


class AsyncImages(_Methods[core.Async]):
    """`client.images` of an `AsyncUploads`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
