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

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(
        self, *, page_size: int | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.ListArticlesPage:
        """Call `GET /articles`."""
        return self._request(_LIST, {"page_size": page_size}, options)


class _Methods(core.Methods[core.Kind]):
    """The same methods with other results."""

    list = core.paginated(Articles.list, lambda: models.AsyncListArticlesPage)


class AsyncArticles(_Methods[core.Async]):
    """`client.articles` of an `AsyncPages`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
