"""The calls of `client.jobs.clock`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core
from .._runtime import RequestOptions, answers as _answers

_RETRIEVE = core.Operation("GET /jobs/{id}/clock", answer=_answers.Text(), accept="text/plain")


class JobsClock(core.Resource):
    """`client.jobs.clock` of an `Answers`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, id: str, **options: Unpack[RequestOptions]) -> str:
        """Call `GET /jobs/{id}/clock`."""
        return self._request(_RETRIEVE, options, id=id)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(JobsClock.retrieve)


class AsyncJobsClock(_Methods[core.Async]):
    """`client.jobs.clock` of an `AsyncAnswers`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
