"""The calls of `client.searches`."""

from __future__ import annotations

from .. import _runtime as core, models, params
from .._runtime import raw_body

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_CREATE = core.Operation(
    "POST",
    "/searches",
    params=lambda: params.SearchCratesParams,
    body=raw_body.RawBody("body", "application/x-www-form-urlencoded"),
    response=lambda: models.Thing,
)


class Searches(core.Resource):
    """`client.searches` of a `Depot`."""

    with_raw_response = core.view(lambda: SearchesWithRawResponse)
    with_streaming_response = core.view(lambda: SearchesWithStreamingResponse)

    def create(self, *, body: bytes | str, **options: Unpack[RequestOptions]) -> models.Thing:
        """Call `POST /searches`."""
        return self._request(_CREATE, {"body": body}, options)


class AsyncSearches(core.AsyncResource):
    """`client.searches` of an `AsyncDepot`."""

    with_raw_response = core.view(lambda: AsyncSearchesWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncSearchesWithStreamingResponse)

    create = core.asynchronous(Searches.create)


class SearchesWithRawResponse(core.View):
    create = core.raw(Searches.create)


class SearchesWithStreamingResponse(core.View):
    create = core.streaming(Searches.create)


class AsyncSearchesWithRawResponse(core.AsyncView):
    create = core.async_raw(AsyncSearches.create)


class AsyncSearchesWithStreamingResponse(core.AsyncView):
    create = core.async_streaming(AsyncSearches.create)
