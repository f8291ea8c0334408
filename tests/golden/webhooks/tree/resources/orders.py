"""The calls of `client.orders`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core
from .._runtime import RequestOptions

_CREATE = core.Operation("POST /orders")


class Orders(core.Resource):
    """`client.orders` of a `Webhooks`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(self, **options: Unpack[RequestOptions]) -> None:
        """Call `POST /orders`."""
        done: None = self._request(_CREATE, options)
        return done


class _Methods(core.Methods[core.Kind]):
    create = core.method(Orders.create)


class AsyncOrders(_Methods[core.Async]):
    """`client.orders` of an `AsyncWebhooks`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
