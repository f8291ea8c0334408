"""The calls of `client.set`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, resources
from .._runtime import RequestOptions, answers as _answers

_RETRIEVE = core.Operation("GET /set/json", answer=_answers.Text(), accept="application/xml")


class Set(core.Resource):
    """`client.set` of an `Answered`."""

    events = core.child(lambda: resources.SetEvents)
    file = core.child(lambda: resources.SetFile)
    lines = core.child(lambda: resources.SetLines)
    text = core.child(lambda: resources.SetText)
    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> str:
        """Call `GET /set/json`."""
        return self._request(_RETRIEVE, options)


class _Methods(core.Methods[core.Kind]):
    """The same methods with other results."""

    retrieve = core.method(Set.retrieve)


class AsyncSet(_Methods[core.Async]):
    """`client.set` of an `AsyncAnswered`."""

    events = core.child(lambda: resources.AsyncSetEvents)
    file = core.child(lambda: resources.AsyncSetFile)
    lines = core.child(lambda: resources.AsyncSetLines)
    text = core.child(lambda: resources.AsyncSetText)
    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
