"""The calls of `client.repos`."""

from __future__ import annotations

from .. import _runtime as core, models, params
from .._runtime import links, omit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

_LIST = core.Operation(
    "GET /repos",
    params=lambda: params.ListReposParams,
    places={"page": core.Query("page"), "per_page": core.Query("per_page")},
    response=lambda: models.ListReposPage,
    page=links.NextLink(items="root"),
)


class Repos(core.Resource):
    """`client.repos` of a `Pages`."""

    with_raw_response = core.view(lambda: ReposWithRawResponse)
    with_streaming_response = core.view(lambda: ReposWithStreamingResponse)

    def list(
        self,
        *,
        page: int | Omit = omit,
        per_page: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ListReposPage:
        """Call `GET /repos`.

        Args:
            page: (default 1)

        Headers:
            Link
        """
        return self._request(_LIST, {"page": page, "per_page": per_page}, options)


class AsyncRepos(core.AsyncResource):
    """`client.repos` of an `AsyncPages`."""

    with_raw_response = core.view(lambda: AsyncReposWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncReposWithStreamingResponse)

    list = core.paginated(Repos.list, lambda: models.AsyncListReposPage)


class ReposWithRawResponse(core.View):
    list = core.raw(Repos.list)


class ReposWithStreamingResponse(core.View):
    list = core.streaming(Repos.list)


class AsyncReposWithRawResponse(core.AsyncView):
    list = core.async_raw(AsyncRepos.list)


class AsyncReposWithStreamingResponse(core.AsyncView):
    list = core.async_streaming(AsyncRepos.list)
