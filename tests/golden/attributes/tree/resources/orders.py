"""The calls of `client.orders`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, cursors, omit

_RETRIEVE = core.Operation("GET /orders/{order_id}", response=lambda: models.Order)
_UPDATE = core.Operation(
    "PATCH /orders/{order_id}",
    params=lambda: params.UpdateOrderParams,
    body=core.JsonBody({"ship_to": "shipTo", "paid_by": "paidBy"}),
    response=lambda: models.Order,
)
_LIST = core.Operation(
    "GET /orders",
    params=lambda: params.ListOrdersParams,
    locations={"page_token": core.Query("pageToken")},
    response=lambda: models.ListOrdersPage,
    page=cursors.Cursor(argument="page_token", cursor="next_page_token"),
)


class Orders(core.Resource):
    """`client.orders` of an `Attributes`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, order_id: str, **options: Unpack[RequestOptions]) -> models.Order:
        """Call `GET /orders/{orderId}`."""
        return self._request(_RETRIEVE, options, order_id=order_id)

    def update(
        self,
        order_id: str,
        *,
        ship_to: params.Address | core.Model | Omit = omit,
        paid_by: params.Payment | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Order:
        """Call `PATCH /orders/{orderId}`."""
        return self._request(_UPDATE, options, order_id=order_id, ship_to=ship_to, paid_by=paid_by)

    def list(
        self, *, page_token: str | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.ListOrdersPage:
        """Call `GET /orders`."""
        return self._request(_LIST, options, page_token=page_token)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(Orders.retrieve)
    update = core.method(Orders.update)
    list = core.paginated(Orders.list, lambda: models.AsyncListOrdersPage)


class AsyncOrders(_Methods[core.Async]):
    """`client.orders` of an `AsyncAttributes`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
