"""The calls of `client.pages`."""

from __future__ import annotations

from .. import _runtime as core, models, params
from .._runtime import omit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

_LIST = core.Operation(
    "GET /v1/pages",
    params=lambda: params.ListPagesParams,
    places={"page": core.Query("page")},
    response=lambda: models.ListPagesPage,
    page=core.PageNumber(argument="page", items="data"),
)


class PagesResource(core.Resource):
    """`client.pages` of a `N2ndNamesSuch`."""

    with_raw_response = core.view(lambda: PagesResourceWithRawResponse)
    with_streaming_response = core.view(lambda: PagesResourceWithStreamingResponse)

    def list(
        self, *, page: int | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.ListPagesPage:
        """Call `GET /v1/pages`."""
        return self._request(_LIST, {"page": page}, options)


class AsyncPagesResource(core.AsyncResource):
    """`client.pages` of an `AsyncN2ndNamesSuch`."""

    with_raw_response = core.view(lambda: AsyncPagesResourceWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncPagesResourceWithStreamingResponse)

    list = core.paginated(PagesResource.list, lambda: models.AsyncListPagesPage)


class PagesResourceWithRawResponse(core.View):
    list = core.raw(PagesResource.list)


class PagesResourceWithStreamingResponse(core.View):
    list = core.streaming(PagesResource.list)


class AsyncPagesResourceWithRawResponse(core.AsyncView):
    list = core.async_raw(AsyncPagesResource.list)


class AsyncPagesResourceWithStreamingResponse(core.AsyncView):
    list = core.async_streaming(AsyncPagesResource.list)
