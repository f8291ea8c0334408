"""The calls of `client.con.models_.date_`."""

from __future__ import annotations

from .. import _runtime as core, models

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /v1/con/models/date", response=lambda: models.Con)


class ConModelsDate(core.Resource):
    """`client.con.models_.date_` of a `N2ndNamesSuch`."""

    with_raw_response = core.view(lambda: ConModelsDateWithRawResponse)
    with_streaming_response = core.view(lambda: ConModelsDateWithStreamingResponse)

    def retrieve(self, **options: Unpack[RequestOptions]) -> models.Con:
        """Call `GET /v1/con/models/date`."""
        return self._request(_RETRIEVE, {}, options)


class AsyncConModelsDate(core.AsyncResource):
    """`client.con.models_.date_` of an `AsyncN2ndNamesSuch`."""

    with_raw_response = core.view(lambda: AsyncConModelsDateWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncConModelsDateWithStreamingResponse)

    retrieve = core.asynchronous(ConModelsDate.retrieve)


class ConModelsDateWithRawResponse(core.View):
    retrieve = core.raw(ConModelsDate.retrieve)


class ConModelsDateWithStreamingResponse(core.View):
    retrieve = core.streaming(ConModelsDate.retrieve)


class AsyncConModelsDateWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncConModelsDate.retrieve)


class AsyncConModelsDateWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncConModelsDate.retrieve)
