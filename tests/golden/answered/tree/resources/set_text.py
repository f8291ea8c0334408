"""The calls of `client.set.text`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core
from .._runtime import RequestOptions, answers as _answers

_RETRIEVE = core.Operation("GET /set/text", answer=_answers.Text(), accept="*/*")


class SetText(core.Resource):
    """`client.set.text` of an `Answered`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> str:
        """Call `GET /set/text`."""
        return self._request(_RETRIEVE, options)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(SetText.retrieve)


class AsyncSetText(_Methods[core.Async]):
    """`client.set.text` of an `AsyncAnswered`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
