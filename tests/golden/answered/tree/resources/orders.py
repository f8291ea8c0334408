"""The calls of `client.orders`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import (
    Omit,
    RequestOptions,
    answers as _answers,
    omit,
    optional_body,
    ranges as _ranges,
)

_CREATE = core.Operation(
    "POST /orders",
    params=lambda: params.CreateOrderParams,
    body=optional_body.OptionalBody(core.JsonBody(required=False), "id"),
    response=lambda: models.Order,
    errors={"default": lambda: models.Problem},
)
_RETRIEVE = core.Operation(
    "GET /orders/{id}",
    answer=_ranges.Ranged(lambda: models.Order),
    accept="application/json, */*;q=0.8",
    errors={"default": lambda: models.Problem},
)
_DELETE = core.Operation("DELETE /orders/{id}")
_CLOSE = core.Operation(
    "POST /orders/{id}/close", answer=_answers.Json(lambda: models.Order, "204")
)
_PAY = core.Operation(
    "POST /orders/{id}/pay",
    answer=_answers.OneOf(
        _answers.Json(lambda: models.Order, "200"), _answers.Json(lambda: models.Order, "204")
    ),
)


class Orders(core.Resource):
    """`client.orders` of an `Answered`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self, *, id: int | Omit = omit, note: str | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.Order:
        """Call `POST /orders`."""
        return self._request(_CREATE, options, id=id, note=note)

    def retrieve(self, id: str, **options: Unpack[RequestOptions]) -> models.Order:
        """Call `GET /orders/{id}`."""
        return self._request(_RETRIEVE, options, id=id)

    def delete(self, id: str, **options: Unpack[RequestOptions]) -> None:
        """Call `DELETE /orders/{id}`."""
        done: None = self._request(_DELETE, options, id=id)
        return done

    def close(self, id: str, **options: Unpack[RequestOptions]) -> models.Order:
        """A 204 has no content (RFC 9110, 15.3.5), whatever it is documented with."""
        return self._request(_CLOSE, options, id=id)

    def pay(self, id: str, **options: Unpack[RequestOptions]) -> models.Order:
        """Call `POST /orders/{id}/pay`.

        Returns:
            200: `models.Order`.
            204: `models.Order`.
        """
        return self._request(_PAY, options, id=id)


class _Methods(core.Methods[core.Kind]):
    create = core.method(Orders.create)
    retrieve = core.method(Orders.retrieve)
    delete = core.method(Orders.delete)
    close = core.method(Orders.close)
    pay = core.method(Orders.pay)


class AsyncOrders(_Methods[core.Async]):
    """`client.orders` of an `AsyncAnswered`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
