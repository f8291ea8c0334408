"""The calls of `client.places`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, params
from .._runtime import Omit, RequestOptions, bodies, omit

_CREATE = core.Operation(
    "POST /places",
    params=lambda: params.CreatePlacesParams,
    body=bodies.RawBody("body", "multipart/mixed", kind="content_type"),
)


class Places(core.Resource):
    """`client.places` of a `New`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self,
        *,
        body: bytes | str,
        content_type: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Call `POST /places`.

        Args:
            content_type: The media type of the body (default "multipart/mixed").
        """
        done: None = self._request(_CREATE, options, body=body, content_type=content_type)
        return done


class _Methods(core.Methods[core.Kind]):
    create = core.method(Places.create)


class AsyncPlaces(_Methods[core.Async]):
    """`client.places` of an `AsyncNew`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
