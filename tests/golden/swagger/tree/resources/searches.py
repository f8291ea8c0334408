"""The calls of `client.searches`."""

from __future__ import annotations

from .. import _runtime as core, models, params
from .._runtime import forms, omit, styles

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

_CREATE = core.Operation(
    "POST /searches",
    params=lambda: params.SearchCratesParams,
    body=forms.FormBody(styles={"sizes": styles.Query("sizes", style="spaceDelimited")}),
    response=lambda: models.AnyThing,
    security=(("username",), ("access_token",)),
)


class Searches(core.Resource):
    """`client.searches` of a `Depot`."""

    with_raw_response = core.view(lambda: SearchesWithRawResponse)
    with_streaming_response = core.view(lambda: SearchesWithStreamingResponse)

    def create(
        self, *, text: str, sizes: Sequence[int] | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.AnyThing:
        """Call `POST /searches`."""
        return self._request(_CREATE, {"text": text, "sizes": sizes}, options)


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
