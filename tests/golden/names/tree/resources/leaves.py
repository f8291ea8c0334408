"""The calls of `client.leaves`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, omit

_LIST = core.Operation(
    "GET /v1/leaves",
    params=lambda: params.ListLeavesParams,
    locations={"page": core.Query("page")},
    response=lambda: models.ListLeavesPage,
    page=core.PageNumber(argument="page", number="page", total="total_pages"),
)


class Leaves(core.Resource):
    """`client.leaves` of a `N2ndNamesSuch`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(
        self, *, page: int | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.ListLeavesPage:
        """Call `GET /v1/leaves`."""
        return self._request(_LIST, options, page=page)


class _Methods(core.Methods[core.Kind]):
    list = core.paginated(Leaves.list, lambda: models.AsyncListLeavesPage)


class AsyncLeaves(_Methods[core.Async]):
    """`client.leaves` of an `AsyncN2ndNamesSuch`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
