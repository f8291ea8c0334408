"""The calls of `client.carts`."""

from __future__ import annotations

from .. import _runtime as core, resources


class Carts(core.Resource):
    """`client.carts` of a `Selection`."""

    items = core.child(lambda: resources.CartsItems)


class AsyncCarts(core.Resource):
    """`client.carts` of an `AsyncSelection`."""

    items = core.child(lambda: resources.AsyncCartsItems)
