"""The calls of `client.charges`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, cursors, omit

_LIST = core.Operation(
    "GET /charges",
    params=lambda: params.ListChargesParams,
    locations={"limit": core.Query("limit"), "starting_after": core.Query("starting_after")},
    response=lambda: models.ListChargesPage,
    page=cursors.LastItem(argument="starting_after"),
)


class Charges(core.Resource):
    """`client.charges` of a `Pages`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(
        self,
        *,
        limit: int | Omit = omit,
        starting_after: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ListChargesPage:
        """Call `GET /charges`."""
        return self._request(_LIST, options, limit=limit, starting_after=starting_after)


class _Methods(core.Methods[core.Kind]):
    list = core.paginated(Charges.list, lambda: models.AsyncListChargesPage)


class AsyncCharges(_Methods[core.Async]):
    """`client.charges` of an `AsyncPages`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
