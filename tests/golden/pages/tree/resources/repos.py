"""The calls of `client.repos`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, links, omit

_LIST = core.Operation(
    "GET /repos",
    params=lambda: params.ListReposParams,
    locations={"page": core.Query("page"), "per_page": core.Query("per_page")},
    response=lambda: models.ListReposPage,
    page=links.NextLink(),
)


class Repos(core.Resource):
    """`client.repos` of a `Pages`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

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
        return self._request(_LIST, options, page=page, per_page=per_page)


class _Methods(core.Methods[core.Kind]):
    list = core.paginated(Repos.list, lambda: models.AsyncListReposPage)


class AsyncRepos(_Methods[core.Async]):
    """`client.repos` of an `AsyncPages`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
