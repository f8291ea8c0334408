"""The calls of `client.deep`."""

from __future__ import annotations

from .. import _runtime as core, resources


class Deep(core.Resource):
    """`client.deep` of a `Paths`."""

    files = core.child(lambda: resources.DeepFiles)


class AsyncDeep(core.Resource):
    """`client.deep` of an `AsyncPaths`."""

    files = core.child(lambda: resources.AsyncDeepFiles)
