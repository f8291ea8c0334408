"""The calls of `client.jobs.count`."""

from __future__ import annotations

from .. import _runtime as core
from .._runtime import answers as _answers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_RETRIEVE = core.Operation(
    "GET /jobs/{id}/count",
    answer=_answers.Json(lambda: int, media="text/plain"),
    accept="text/plain",
)


class JobsCount(core.Resource):
    """`client.jobs.count` of an `Answers`."""

    with_raw_response = core.view(lambda: JobsCountWithRawResponse)
    with_streaming_response = core.view(lambda: JobsCountWithStreamingResponse)

    def retrieve(self, id: str, **options: Unpack[RequestOptions]) -> int:
        """Call `GET /jobs/{id}/count`."""
        return self._request(_RETRIEVE, {"id": id}, options)


class AsyncJobsCount(core.AsyncResource):
    """`client.jobs.count` of an `AsyncAnswers`."""

    with_raw_response = core.view(lambda: AsyncJobsCountWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncJobsCountWithStreamingResponse)

    retrieve = core.asynchronous(JobsCount.retrieve)


class JobsCountWithRawResponse(core.View):
    retrieve = core.raw(JobsCount.retrieve)


class JobsCountWithStreamingResponse(core.View):
    retrieve = core.streaming(JobsCount.retrieve)


class AsyncJobsCountWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncJobsCount.retrieve)


class AsyncJobsCountWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncJobsCount.retrieve)
