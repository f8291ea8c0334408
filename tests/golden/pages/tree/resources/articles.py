"""The calls of `client.articles`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, links, omit

_LIST = core.Operation(
    "GET /articles",
    params=lambda: params.ListArticlesParams,
    locations={"page_size": core.Query("page[size]")},
    response=lambda: models.ListArticlesPage,
    accept="application/vnd.api+json",
    page=links.NextUrl(url="links.next"),
)


class Articles(core.Resource):
    """`client.articles` of a `Pages`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(
        self, *, page_size: int | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.ListArticlesPage:
        """Call `GET /articles`."""
        return self._request(_LIST, options, page_size=page_size)


class _Methods(core.Methods[core.Kind]):
    list = core.paginated(Articles.list, lambda: models.AsyncListArticlesPage)


class AsyncArticles(_Methods[core.Async]):
    """`client.articles` of an `AsyncPages`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
