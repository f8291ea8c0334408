"""The calls of `client.articles`."""

from __future__ import annotations

from .. import _runtime as core, models, params
from .._runtime import links, omit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

_LIST = core.Operation(
    "GET /articles",
    params=lambda: params.ListArticlesParams,
    places={"page_size": core.Query("page[size]")},
    response=lambda: models.ListArticlesPage,
    accept="application/vnd.api+json",
    page=links.NextUrl(items="data", url="links.next"),
)


class Articles(core.Resource):
    """`client.articles` of a `Pages`."""

    with_raw_response = core.view(lambda: ArticlesWithRawResponse)
    with_streaming_response = core.view(lambda: ArticlesWithStreamingResponse)

    def list(
        self, *, page_size: int | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.ListArticlesPage:
        """Call `GET /articles`."""
        return self._request(_LIST, {"page_size": page_size}, options)


class AsyncArticles(core.AsyncResource):
    """`client.articles` of an `AsyncPages`."""

    with_raw_response = core.view(lambda: AsyncArticlesWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncArticlesWithStreamingResponse)

    list = core.paginated(Articles.list, lambda: models.AsyncListArticlesPage)


class ArticlesWithRawResponse(core.View):
    list = core.raw(Articles.list)


class ArticlesWithStreamingResponse(core.View):
    list = core.streaming(Articles.list)


class AsyncArticlesWithRawResponse(core.AsyncView):
    list = core.async_raw(AsyncArticles.list)


class AsyncArticlesWithStreamingResponse(core.AsyncView):
    list = core.async_streaming(AsyncArticles.list)
