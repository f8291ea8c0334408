"""The calls of `client.jobs.export`."""

from __future__ import annotations

from .. import _runtime as core, models
from .._runtime import streams as _streams

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_LIST = core.Operation(
    "GET /jobs/export", answer=_streams.Lines(lambda: models.Job), accept="application/jsonl"
)


class JobsExport(core.Resource):
    """`client.jobs.export` of an `Answers`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(self, **options: Unpack[RequestOptions]) -> _streams.Stream[models.Job]:
        """Call `GET /jobs/export`."""
        return self._request(_LIST, {}, options)


class _Methods(core.Methods[core.Kind]):
    """The same methods with other results."""

    list = _streams.method(JobsExport.list)


class AsyncJobsExport(_Methods[core.Async]):
    """`client.jobs.export` of an `AsyncAnswers`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
