"""The calls of `client.set`."""

from __future__ import annotations

from .. import _runtime as core, resources


class Set(core.Resource):
    """`client.set` of a `Completions`."""

    live = core.child(lambda: resources.SetLive)
    not_ = core.child(lambda: resources.SetNot)


class AsyncSet(core.Resource):
    """`client.set` of an `AsyncCompletions`."""

    live = core.child(lambda: resources.AsyncSetLive)
    not_ = core.child(lambda: resources.AsyncSetNot)
