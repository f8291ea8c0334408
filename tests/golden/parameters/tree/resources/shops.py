"""The calls of `client.shops`."""

from __future__ import annotations

from .. import _runtime as core, resources


class Shops(core.Resource):
    """`client.shops` of a `Parameters`."""

    items = core.child(lambda: resources.ShopsItems)


class AsyncShops(core.Resource):
    """`client.shops` of an `AsyncParameters`."""

    items = core.child(lambda: resources.AsyncShopsItems)
