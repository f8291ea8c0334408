"""The calls of `client.orders`."""

from __future__ import annotations

from .. import _runtime as core, models, params
from .._runtime import counting, omit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

_LIST = core.Operation(
    "GET /orders",
    params=lambda: params.ListOrdersParams,
    places={"offset": core.Query("offset"), "limit": core.Query("limit")},
    response=lambda: models.ListOrdersPage,
    page=counting.Offset(argument="offset", items="items", total="total"),
)


class Orders(core.Resource):
    """`client.orders` of a `Pages`."""

    with_raw_response = core.view(lambda: OrdersWithRawResponse)
    with_streaming_response = core.view(lambda: OrdersWithStreamingResponse)

    def list(
        self,
        *,
        offset: int | Omit = omit,
        limit: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ListOrdersPage:
        """Call `GET /orders`."""
        return self._request(_LIST, {"offset": offset, "limit": limit}, options)


class AsyncOrders(core.AsyncResource):
    """`client.orders` of an `AsyncPages`."""

    with_raw_response = core.view(lambda: AsyncOrdersWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncOrdersWithStreamingResponse)

    list = core.paginated(Orders.list, lambda: models.AsyncListOrdersPage)


class OrdersWithRawResponse(core.View):
    list = core.raw(Orders.list)


class OrdersWithStreamingResponse(core.View):
    list = core.streaming(Orders.list)


class AsyncOrdersWithRawResponse(core.AsyncView):
    list = core.async_raw(AsyncOrders.list)


class AsyncOrdersWithStreamingResponse(core.AsyncView):
    list = core.async_streaming(AsyncOrders.list)
