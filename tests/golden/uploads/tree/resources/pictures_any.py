"""The calls of `client.pictures.any`."""

from __future__ import annotations

from .. import _runtime as core, params
from .._runtime import multipart, omit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

_CREATE = core.Operation(
    "POST /pictures/any",
    params=lambda: params.CreateAnyParams,
    body=multipart.MultipartBody(argument="body", required=False),
)


class PicturesAny(core.Resource):
    """`client.pictures.any` of an `Uploads`."""

    with_raw_response = core.view(lambda: PicturesAnyWithRawResponse)
    with_streaming_response = core.view(lambda: PicturesAnyWithStreamingResponse)

    def create(
        self, *, body: Mapping[str, object] | Omit = omit, **options: Unpack[RequestOptions]
    ) -> None:
        """Call `POST /pictures/any`."""
        done: None = self._request(_CREATE, {"body": body}, options)
        return done


class AsyncPicturesAny(core.AsyncResource):
    """`client.pictures.any` of an `AsyncUploads`."""

    with_raw_response = core.view(lambda: AsyncPicturesAnyWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncPicturesAnyWithStreamingResponse)

    create = core.asynchronous(PicturesAny.create)


class PicturesAnyWithRawResponse(core.View):
    create = core.raw(PicturesAny.create)


class PicturesAnyWithStreamingResponse(core.View):
    create = core.streaming(PicturesAny.create)


class AsyncPicturesAnyWithRawResponse(core.AsyncView):
    create = core.async_raw(AsyncPicturesAny.create)


class AsyncPicturesAnyWithStreamingResponse(core.AsyncView):
    create = core.async_streaming(AsyncPicturesAny.create)
