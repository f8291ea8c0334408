"""The calls of `client.pages`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, omit

_LIST = core.Operation(
    "GET /v1/pages",
    params=lambda: params.ListPagesParams,
    locations={"page": core.Query("page")},
    response=lambda: models.ListPagesPage,
    page=core.PageNumber(argument="page"),
)


class PagesResource(core.Resource):
    """`client.pages` of a `N2ndNamesSuch`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(
        self, *, page: int | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.ListPagesPage:
        """Call `GET /v1/pages`."""
        return self._request(_LIST, options, page=page)


class _Methods(core.Methods[core.Kind]):
    list = core.paginated(PagesResource.list, lambda: models.AsyncListPagesPage)


class AsyncPagesResource(_Methods[core.Async]):
    """`client.pages` of an `AsyncN2ndNamesSuch`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
