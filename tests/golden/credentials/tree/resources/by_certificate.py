"""The calls of `client.by_certificate`."""

from __future__ import annotations

from .. import _runtime as core

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /by_certificate", security=())


class ByCertificate(core.Resource):
    """`client.by_certificate` of a `Credentials`."""

    with_raw_response = core.view(lambda: ByCertificateWithRawResponse)
    with_streaming_response = core.view(lambda: ByCertificateWithStreamingResponse)

    def retrieve(self, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /by_certificate`."""
        done: None = self._request(_RETRIEVE, {}, options)
        return done


class AsyncByCertificate(core.AsyncResource):
    """`client.by_certificate` of an `AsyncCredentials`."""

    with_raw_response = core.view(lambda: AsyncByCertificateWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncByCertificateWithStreamingResponse)

    retrieve = core.asynchronous(ByCertificate.retrieve)


class ByCertificateWithRawResponse(core.View):
    retrieve = core.raw(ByCertificate.retrieve)


class ByCertificateWithStreamingResponse(core.View):
    retrieve = core.streaming(ByCertificate.retrieve)


class AsyncByCertificateWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncByCertificate.retrieve)


class AsyncByCertificateWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncByCertificate.retrieve)
