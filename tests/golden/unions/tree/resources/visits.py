"""The calls of `client.visits`."""

from __future__ import annotations

from .. import _runtime as core, models, params
from .._runtime import places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_CREATE = core.Operation(
    "POST /visits",
    params=lambda: params.CreateVisitParams,
    body=places.WholeJsonBody("body"),
    response=lambda: models.Visit,
)


class Visits(core.Resource):
    """`client.visits` of an `Unions`."""

    with_raw_response = core.view(lambda: VisitsWithRawResponse)
    with_streaming_response = core.view(lambda: VisitsWithStreamingResponse)

    def create(self, *, body: params.AnyVisitor, **options: Unpack[RequestOptions]) -> models.Visit:
        """Call `POST /visits`.

        Args:
            body: Only the base has the discriminator.
        """
        return self._request(_CREATE, {"body": body}, options)


class AsyncVisits(core.AsyncResource):
    """`client.visits` of an `AsyncUnions`."""

    with_raw_response = core.view(lambda: AsyncVisitsWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncVisitsWithStreamingResponse)

    create = core.asynchronous(Visits.create)


class VisitsWithRawResponse(core.View):
    create = core.raw(Visits.create)


class VisitsWithStreamingResponse(core.View):
    create = core.streaming(Visits.create)


class AsyncVisitsWithRawResponse(core.AsyncView):
    create = core.async_raw(AsyncVisits.create)


class AsyncVisitsWithStreamingResponse(core.AsyncView):
    create = core.async_streaming(AsyncVisits.create)
