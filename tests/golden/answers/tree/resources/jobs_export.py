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

    with_raw_response = core.view(lambda: JobsExportWithRawResponse)
    with_streaming_response = core.view(lambda: JobsExportWithStreamingResponse)

    def list(self, **options: Unpack[RequestOptions]) -> _streams.Stream[models.Job]:
        """Call `GET /jobs/export`."""
        return self._request(_LIST, {}, options)


class AsyncJobsExport(core.AsyncResource):
    """`client.jobs.export` of an `AsyncAnswers`."""

    with_raw_response = core.view(lambda: AsyncJobsExportWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncJobsExportWithStreamingResponse)

    list = _streams.asynchronous(JobsExport.list)


class JobsExportWithRawResponse(core.View):
    list = core.raw(JobsExport.list)


class JobsExportWithStreamingResponse(core.View):
    list = core.streaming(JobsExport.list)


class AsyncJobsExportWithRawResponse(core.AsyncView):
    list = core.async_raw(AsyncJobsExport.list)


class AsyncJobsExportWithStreamingResponse(core.AsyncView):
    list = core.async_streaming(AsyncJobsExport.list)
