"""The calls of `client.crates.picture`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, params
from .._runtime import Omit, RequestOptions, downloads as _downloads, multipart, omit
from .._runtime.content import FileTypes

_CREATE = core.Operation(
    "POST /crates/{id}/picture",
    params=lambda: params.PaintCrateParams,
    body=multipart.MultipartBody(parts={"picture": multipart.Part(is_file=True)}),
)
_RETRIEVE = core.Operation(
    "GET /crates/{id}/picture",
    params=lambda: params.CratePictureParams,
    answer=_downloads.File(),
    accept="image/png",
)


class CratesPicture(core.Resource):
    """`client.crates.picture` of a `Depot`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self,
        id: int,
        *,
        picture: FileTypes,
        note: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Call `POST /crates/{id}/picture`.

        Args:
            picture: A PNG.
        """
        done: None = self._request(_CREATE, options, id=id, picture=picture, note=note)
        return done

    def retrieve(self, id: int, **options: Unpack[RequestOptions]) -> _downloads.Download:
        """Call `GET /crates/{id}/picture`."""
        return self._request(_RETRIEVE, options, id=id)


class _Methods(core.Methods[core.Kind]):
    create = core.method(CratesPicture.create)
    retrieve = _downloads.responses(core.method(CratesPicture.retrieve))


class AsyncCratesPicture(_Methods[core.Async]):
    """`client.crates.picture` of an `AsyncDepot`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
