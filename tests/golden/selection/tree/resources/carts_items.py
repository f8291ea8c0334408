"""The calls of `client.carts.items`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models
from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /carts/{id}/items", response=lambda: models.Cart)


class CartsItems(core.Resource):
    """`client.carts.items` of a `Selection`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, id: str, **options: Unpack[RequestOptions]) -> models.Cart:
        """Call `GET /carts/{id}/items`."""
        return self._request(_RETRIEVE, options, id=id)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(CartsItems.retrieve)


class AsyncCartsItems(_Methods[core.Async]):
    """`client.carts.items` of an `AsyncSelection`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
