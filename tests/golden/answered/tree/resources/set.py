"""The calls of `client.set`."""

from __future__ import annotations

from .. import _runtime as core, resources


class Set(core.Resource):
    """`client.set` of an `Answered`."""

    document = core.child(lambda: resources.SetDocument)
    events = core.child(lambda: resources.SetEvents)
    file = core.child(lambda: resources.SetFile)
    lines = core.child(lambda: resources.SetLines)
    text = core.child(lambda: resources.SetText)
    words = core.child(lambda: resources.SetWords)


class AsyncSet(core.Resource):
    """`client.set` of an `AsyncAnswered`."""

    document = core.child(lambda: resources.AsyncSetDocument)
    events = core.child(lambda: resources.AsyncSetEvents)
    file = core.child(lambda: resources.AsyncSetFile)
    lines = core.child(lambda: resources.AsyncSetLines)
    text = core.child(lambda: resources.AsyncSetText)
    words = core.child(lambda: resources.AsyncSetWords)
