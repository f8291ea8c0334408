"""The calls of `client.orders`."""

from __future__ import annotations

from .. import _runtime as core

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_CREATE = core.Operation("POST /orders")


class Orders(core.Resource):
    """`client.orders` of a `Webhooks`."""

    with_raw_response = core.view(lambda: OrdersWithRawResponse)
    with_streaming_response = core.view(lambda: OrdersWithStreamingResponse)

    def create(self, **options: Unpack[RequestOptions]) -> None:
        """Call `POST /orders`."""
        done: None = self._request(_CREATE, {}, options)
        return done


class AsyncOrders(core.AsyncResource):
    """`client.orders` of an `AsyncWebhooks`."""

    with_raw_response = core.view(lambda: AsyncOrdersWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncOrdersWithStreamingResponse)

    create = core.asynchronous(Orders.create)


class OrdersWithRawResponse(core.View):
    create = core.raw(Orders.create)


class OrdersWithStreamingResponse(core.View):
    create = core.streaming(Orders.create)


class AsyncOrdersWithRawResponse(core.AsyncView):
    create = core.async_raw(AsyncOrders.create)


class AsyncOrdersWithStreamingResponse(core.AsyncView):
    create = core.async_streaming(AsyncOrders.create)
