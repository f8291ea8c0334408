"""The calls of `client.jobs.log`."""

from __future__ import annotations

from .. import _runtime as core
from .._runtime import answers as _answers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation(
    "GET /jobs/{id}/log", answer=_answers.Text(), accept="text/plain, application/xml"
)


class JobsLog(core.Resource):
    """`client.jobs.log` of an `Answers`."""

    with_raw_response = core.view(lambda: JobsLogWithRawResponse)
    with_streaming_response = core.view(lambda: JobsLogWithStreamingResponse)

    def retrieve(self, id: str, **options: Unpack[RequestOptions]) -> str:
        """Call `GET /jobs/{id}/log`."""
        return self._request(_RETRIEVE, {"id": id}, options)


class AsyncJobsLog(core.AsyncResource):
    """`client.jobs.log` of an `AsyncAnswers`."""

    with_raw_response = core.view(lambda: AsyncJobsLogWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncJobsLogWithStreamingResponse)

    retrieve = core.asynchronous(JobsLog.retrieve)


class JobsLogWithRawResponse(core.View):
    retrieve = core.raw(JobsLog.retrieve)


class JobsLogWithStreamingResponse(core.View):
    retrieve = core.streaming(JobsLog.retrieve)


class AsyncJobsLogWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncJobsLog.retrieve)


class AsyncJobsLogWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncJobsLog.retrieve)
