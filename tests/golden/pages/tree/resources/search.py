"""The calls of `client.search`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, cursors, omit

_RETRIEVE = core.Operation(
    "POST /search",
    params=lambda: params.SearchParams,
    body=core.JsonBody({"from_": "from"}),
    response=lambda: models.SearchPage,
    page=cursors.Cursor(argument="from_", cursor="continue_.from_"),
)


class Search(core.Resource):
    """`client.search` of a `Pages`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(
        self, *, query: str, from_: str | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.SearchPage:
        """Call `POST /search`."""
        return self._request(_RETRIEVE, options, query=query, from_=from_)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.paginated(Search.retrieve, lambda: models.AsyncSearchPage)


class AsyncSearch(_Methods[core.Async]):
    """`client.search` of an `AsyncPages`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
