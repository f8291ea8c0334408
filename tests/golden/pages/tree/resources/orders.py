"""The calls of `client.orders`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, numbered_pages, omit

_LIST = core.Operation(
    "GET /orders",
    params=lambda: params.ListOrdersParams,
    locations={"offset": core.Query("offset"), "limit": core.Query("limit")},
    response=lambda: models.ListOrdersPage,
    page=numbered_pages.Offset(argument="offset", total="total"),
)


class Orders(core.Resource):
    """`client.orders` of a `Pages`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(
        self,
        *,
        offset: int | Omit = omit,
        limit: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ListOrdersPage:
        """Call `GET /orders`."""
        return self._request(_LIST, options, offset=offset, limit=limit)


class _Methods(core.Methods[core.Kind]):
    list = core.paginated(Orders.list, lambda: models.AsyncListOrdersPage)


class AsyncOrders(_Methods[core.Async]):
    """`client.orders` of an `AsyncPages`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
