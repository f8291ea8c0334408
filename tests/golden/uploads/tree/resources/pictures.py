"""The calls of `client.pictures`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from .. import _runtime as core, params, resources
from .._runtime import Omit, RequestOptions, multipart, omit
from .._runtime.content import FileTypes

_CREATE = core.Operation(
    "POST /pictures",
    params=lambda: params.CreatePictureParams,
    body=multipart.MultipartBody(
        parts={
            "file": multipart.Part("image/png, image/jpeg", is_file=True),
            "more": multipart.Part(is_file=True),
            "thumbnail": multipart.Part("image/png", is_file=True),
            "note": multipart.Part("text/markdown", headers={"X-Language": "note_x_language"}),
            "source": multipart.Part(is_file=True),
            "any": multipart.Part(is_file=True),
        },
        styles={"box": core.Query("box", explode=False)},
    ),
)


class Pictures(core.Resource):
    """`client.pictures` of an `Uploads`."""

    any = core.child(lambda: resources.PicturesAny)
    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self,
        *,
        file: FileTypes,
        title: str,
        more: Sequence[FileTypes] | Omit = omit,
        thumbnail: FileTypes | Omit = omit,
        labels: Sequence[str] | Omit = omit,
        rank: int | Omit = omit,
        public: bool | Omit = omit,
        place: params.CreatePictureRequestPlace | core.Model | Omit = omit,
        spots: Sequence[params.CreatePictureRequestSpotsItem | core.Model] | Omit = omit,
        note: str | Omit = omit,
        source: FileTypes | str | Omit = omit,
        box: Sequence[int] | Omit = omit,
        digest: str | bytes | Omit = omit,
        any: object | Omit = omit,
        note_x_language: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Call `POST /pictures`.

        Args:
            file: The picture.
        """
        done: None = self._request(
            _CREATE,
            options,
            file=file,
            title=title,
            more=more,
            thumbnail=thumbnail,
            labels=labels,
            rank=rank,
            public=public,
            place=place,
            spots=spots,
            note=note,
            source=source,
            box=box,
            digest=digest,
            any=any,
            note_x_language=note_x_language,
        )
        return done


class _Methods(core.Methods[core.Kind]):
    create = core.method(Pictures.create)


class AsyncPictures(_Methods[core.Async]):
    """`client.pictures` of an `AsyncUploads`."""

    any = core.child(lambda: resources.AsyncPicturesAny)
    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
